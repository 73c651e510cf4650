/**
 * What must hold for accounts; one class per rule. To add a rule: write the record, name it in the {@code permits} clause of
 * {@link vmail.rule.EntryRule} or {@link vmail.rule.DirectoryRule} and in {@link vmail.rule.Rules}, write its page
 * {@code vmail/rule/<id>.txt} and its sample {@code sample-data/broken/<id>}.
 */
@NullMarked
package vmail.rule;

import org.jspecify.annotations.NullMarked;
