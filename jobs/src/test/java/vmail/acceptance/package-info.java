/** The main job against real servers, as somebody would use it. */
@NullMarked
package vmail.acceptance;

import org.jspecify.annotations.NullMarked;
