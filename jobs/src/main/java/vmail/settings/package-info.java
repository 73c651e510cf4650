/** What a run is told: values of the command line and of {@code vmail.properties}, checked when they are made. */
@NullMarked
package vmail.settings;

import org.jspecify.annotations.NullMarked;
