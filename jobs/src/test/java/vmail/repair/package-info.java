@NullMarked
package vmail.repair;

import org.jspecify.annotations.NullMarked;
