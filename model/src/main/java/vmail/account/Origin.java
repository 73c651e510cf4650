package vmail.account;

/** Where a record comes from; what a message starts with, so that people find it again. */
public sealed interface Origin permits SourceLine, LiveEntry, DiskPath, Server, Option {}
