/**
 * What must be on disk for an account.
 *
 * <pre>
 * /vmail                                          mail base
 *   albert.onestone/Maildir/{cur,new,tmp}         {@link vmail.store.Maildir}
 *   albert.onestone/Maildir/shared-maildirs       {@link vmail.store.Subscription}, one line each
 *   shared/timetravel.weekly/incoming             {@link vmail.store.DeliveryLink}
 *   shared.maildirs/timetravel.weekly             {@link vmail.store.SharableMaildir}
 *   shared.maildirs/timetravel.weekly/.incoming   {@link vmail.store.SharedFolder}
 * </pre>
 */
@NullMarked
package vmail.store;

import org.jspecify.annotations.NullMarked;
