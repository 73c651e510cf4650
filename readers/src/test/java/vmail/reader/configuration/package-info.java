/** Configuration files as administrators write them. */
@NullMarked
package vmail.reader.configuration;

import org.jspecify.annotations.NullMarked;
