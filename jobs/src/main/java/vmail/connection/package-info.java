/**
 * Ways to the directory: a server over the network, or the embedded one of the workspace.
 *
 * <pre>
 * WORKSPACE/
 *   directory.ldif   the embedded directory between two commands (0600: holds passwords as they are stored)
 * </pre>
 */
@NullMarked
package vmail.connection;

import org.jspecify.annotations.NullMarked;
