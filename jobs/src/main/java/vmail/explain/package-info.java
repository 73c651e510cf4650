/**
 * Where mail to an address goes and who can read it: the way Postfix and Courier go, step by step, with what is wrong on it.
 *
 * <pre>
 * {@link vmail.explain.Question}     an address, a login, an entry or a place on disk
 * {@link vmail.explain.MailRoute}    domain, aliases, stores: as Postfix
 * {@link vmail.explain.StoreRoute}   store, links, maildir: as virtual(8) delivers
 * {@link vmail.explain.LoginRoute}   login, store, folders, subscriptions: as Courier
 * {@link vmail.explain.Readers}      who can read a store
 * {@link vmail.explain.PathOwner}    whose a place on disk is
 * </pre>
 */
@NullMarked
package vmail.explain;

import org.jspecify.annotations.NullMarked;
