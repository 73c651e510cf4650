package vmail.lab;

/** How a command ended and all it said. */
public record Ran(int code, String out, String err) {}
