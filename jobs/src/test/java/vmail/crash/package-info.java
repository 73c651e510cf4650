/** What is left when a command is killed, stopped, locked out, or when disk, directory or workspace fail it. */
@NullMarked
package vmail.crash;

import org.jspecify.annotations.NullMarked;
