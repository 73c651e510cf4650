/**
 * What must hold for accounts and accepted domains; one class per rule. To add a rule: write the record, name it in the
 * {@code permits} clause of {@link vmail.rule.EntryRule}, {@link vmail.rule.DirectoryRule} or {@link vmail.rule.DomainRule} and in
 * {@link vmail.rule.Rules}, write its page {@code vmail/rule/<id>.txt} and its sample {@code sample-data/broken/<id>}. Where it can find
 * several faults of one entry, {@link vmail.rule.Finding#about} tells them apart, and is the same on another night.
 */
@NullMarked
package vmail.rule;

import org.jspecify.annotations.NullMarked;
