/** The command line: options, commands, what they print and how they exit. Nothing else prints. */
@NullMarked
package vmail.cli;

import org.jspecify.annotations.NullMarked;
