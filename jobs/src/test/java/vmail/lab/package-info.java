/** What tests of whole commands need: a slapd of their own, the command line, a host with a mail owner, trees as text. */
@NullMarked
package vmail.lab;

import org.jspecify.annotations.NullMarked;
