/** Tests of what is written for the servers, word by word. */
@NullMarked
package vmail.writer.configuration;

import org.jspecify.annotations.NullMarked;
