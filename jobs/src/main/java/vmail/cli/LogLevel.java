package vmail.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** How much the libraries log to standard error. They are never given a password, so no level can show one. */
enum LogLevel {
    off,
    warning,
    info,
    debug;

    void apply() {
        LogManager.getLogManager().reset();
        if (this == off) {
            return;
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(level());
        Logger root = Logger.getLogger("");
        root.setLevel(level());
        root.addHandler(console);
    }

    private Level level() {
        return switch (this) {
            case off -> Level.OFF;
            case warning -> Level.WARNING;
            case info -> Level.INFO;
            case debug -> Level.FINE;
        };
    }
}
