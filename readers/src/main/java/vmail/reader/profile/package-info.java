/**
 * Profiles: how records of older mail systems become accounts of this one, told by mapping files.
 *
 * <p>A profile is one file, {@code vmail/profile/NAME.yaml} among our own or any that is named with {@code --mapping}:
 *
 * <pre>
 * name: courier                     # required, as --profile takes it
 * title: Courier authldap           # required, for people
 * based-on: people                  # another profile of ours, of which all but name, title, detect and records is taken over
 * format: ldif                      # ldif (also for zmprov) or csv
 * detect:                           # what speaks for it, one or a list; without it the profile must be named
 *   classes: [CourierMailAccount]   # a record with one of these object classes
 *   with-classes: [top]             # that has all of these, too
 *   attributes: [maildrop]          # or one of these attributes (columns)
 *   required: [mail]                # a record counts only with all of these
 *   not-classes: [VirtualDomain]    # and with none of these
 *   not-attributes: [vd]
 *   general: true                   # taken only where no other profile speaks
 *   matches: {"1": "account|alias"} # what cells of nearly all rows look like, by position: for tables without known titles
 * columns: [mail, cn, sn]           # of a table without a header, by position; "" for one not wanted
 * header: none                      # names (of columns, without columns:), none (the first row is a record), ignored
 * width: any                        # rows may be longer than columns:; else such rows are rejected
 * repeated: {by: uid, differing: [alias]} # rows below each other with the same uid are one record; only alias may differ
 * synonyms: {Surname: sn}           # other names of an attribute or column
 * records:                          # in order, the first whose condition holds; none is a skipped record
 *   - when: {class: CourierMailAlias, not-class: CourierMailAccount}
 *     is: list                      # account, shared, alias, list, domain, skip or loss
 *     address: mail                 # of a list
 *     members: maildrop             # of a list: addresses, DNs or uids
 *     reason: is an alias           # for people
 *   - when: {class: CourierMailAccount}
 *     is: account                   # may have a set of its own
 * status:                           # in order, the first that gives one; none is active
 *   - when: {equals: {nsAccountLock: "true"}}
 *     is: inactive                  # active, active-without-password, inactive, shared, skip, loss
 *   - from: accountStatus
 *     values: {active: active, disabled: inactive}
 *     other: active
 * set:                              # attribute of the target: what it is made of, the first that is not empty,
 *   cn: [cn, "gecos | before-comma"]
 *   mailAlternateAddress:           # or all of them
 *     all: [mailAlias, 'proxyAddresses | starting("smtp:")']
 * optional:                         # what is added with an option of that name
 *   maildrop-as-alias: {mailAlternateAddress: [maildrop]}
 * password: [userPassword, clearPassword]
 * old-store: ["{homeDirectory}/{mailbox}", homeDirectory]
 * lost:                             # what is lost, by kind; see {@link vmail.account.LossKind}
 *   - kind: quota
 *     attributes: [quota]
 *     empty: ["0", NOQUOTA]         # values that mean nothing
 *     when: {present: quota}        # and only then
 * ignored: [uidNumber, amavis*]     # means nothing here, so it is no loss
 * keep: [telephoneNumber]           # taken over as it is, where the schema allows it
 * </pre>
 *
 * <p>Conditions: {@code class}, {@code not-class}, {@code present}, {@code absent}, {@code equals}, {@code not-equals}, {@code
 * matches}, {@code bits}, {@code below}, {@code any}; all that are given must hold. Sources: the name of an attribute or column, a
 * template with sources in braces, each with functions behind a bar ({@link vmail.reader.profile.TextFunction}). {@code rdn} is
 * the value that names the record, {@code dn:ou} that of the nearest ou above, {@code default-domain} the option's value; a cell of
 * a table without columns is named by its position, {@code "1"}; {@code "4+"} are the fourth and all behind it. An alias is a row of its
 * own that gives one account an address.
 */
@NullMarked
package vmail.reader.profile;

import org.jspecify.annotations.NullMarked;
