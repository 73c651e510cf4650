@NullMarked
package vmail.writer.repair;

import org.jspecify.annotations.NullMarked;
