@NullMarked
package vmail.settings;

import org.jspecify.annotations.NullMarked;
