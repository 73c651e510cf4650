/** Tests of the readers of the disk on real directories. */
@NullMarked
package vmail.reader.disk;

import org.jspecify.annotations.NullMarked;
