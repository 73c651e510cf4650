package vmail.acceptance;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vmail.lab.Site;

/** Sources in which every password has the word kanarie in it, in records that are good, bad, and not to be read at all. */
final class Canaries {

    private static final String CSV = """
            name,sn,login,password,email,status,description
            Albert Onestone,Onestone,onestonea,kanarie-good,albert.onestone@anotherdomain.nu,active,welcome
            Harry Potter,Potter,potterh,kanarie-refused,harry.potter@anotherdomain.nu,active,the server refuses this
            Kathryn Janeway,Janeway,janewayk,kanarie-rejected,kathryn@@anotherdomain.nu,active,welcome
            Tom Paris,Paris,parist,kanarie-cells,tom.paris@anotherdomain.nu,active,welcome,kanarie-more
            Neelix,Neelix,neelix,kanarie-few
            Harry Kim,Kim,kimh,"kanarie "quotes" here",harry.kim@anotherdomain.nu,active,welcome
            Ayala,Ayala,ayala,{kanarie},ayala@anotherdomain.nu,active,welcome
            Icheb,Icheb,icheb,{SSHA}kanarie,icheb@anotherdomain.nu,active,welcome
            Naomi Wildman,Wildman,naomi,"kanarie-unterminated,naomi@anotherdomain.nu,active,welcome
            """;

    private static final String LDIF = """
            # the password of Seven is kanarie-comment
            dn: cn=Seven of Nine,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            objectClass: qmailUser
            cn: Seven of Nine
            sn: Nine
            uid: nines
            mail: seven.of.nine@anotherdomain.nu
            accountStatus: active
            mailMessageStore: BASE/seven.of.nine/Maildir/
            userPassword: kanarie-ldif

            dn: cn=Chakotay,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            objectClass: qmailUser
            cn: Chakotay
            sn: Chakotay
            uid: chakotay
            mail: chakotay@anotherdomain.nu
            accountStatus: active
            mailMessageStore: BASE/chakotay/Maildir/
            userPassword:: a2FuYXJpZS1iYXNlNjQ=

            dn: cn=Icheb Brunali,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            objectClass: qmailUser
            cn: Icheb Brunali
            sn: Brunali
            uid: brunali
            mail: brunali@anotherdomain.nu
            accountStatus: active
            mailMessageStore: BASE/brunali/Maildir/
            userPassword: {SSHA}W+i4hc/VHK5QfJay5Jj6XukHTXpREiSu

            dn: cn=Lon Suder,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            objectClass: qmailUser
            cn: Lon Suder
            sn: Suder
            uid: suder
            mail: suder@anotherdomain.nu
            mail: lon@anotherdomain.nu
            accountStatus: active
            mailMessageStore: BASE/suder/Maildir/
            userPassword: kanarie-two-mails
            # kanarie-comment-within

            dn: cn=Joe Carey,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            objectClass: qmailUser
            userPassword:: kanarie, not base64
            cn: Joe Carey

            dn: cn=Vorik,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            userPassword kanarie without a colon
            kanarie
            cn: Vorik

            dn: cn=Samantha Wildman,ou=Tokelau,o=company
            changetype: modify
            replace: userPassword
            userPassword: kanarie-changetype
            -

            dn: cn=Michael Jonas,ou=Tokelau,o=company
            objectClass: inetOrgPerson
            objectClass: qmailUser
            cn: Michael Jonas
            sn: Jonas
            uid: jonas
            mail: jonas@anotherdomain.nu
            accountStatus: actve
            mailMessageStore: BASE/jonas/Maildir/
            USERPASSWORD;lang-en: kanarie-option
            2.5.4.35: kanarie-oid
            sambaNTPassword: kanarie-samba
            """;

    private Canaries() {}

    static String[] sources(Site site) throws IOException {
        String base = site.mailBase().toString();
        return new String[] {
            site.file("people.csv", CSV).toString(),
            site.file("people.ldif", LDIF.replace("BASE", base)).toString()
        };
    }

    /** The same with other passwords. */
    static String[] changed(Site site) throws IOException {
        String base = site.mailBase().toString();
        return new String[] {
            site.file("changed.csv", CSV.replace("kanarie-good", "kanarie-changed"))
                    .toString(),
            site.file("changed.ldif", LDIF.replace("BASE", base).replace("kanarie-ldif", "kanarie-anew"))
                    .toString()
        };
    }

    static String crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj("Crew %1$s,Crew,crew%1$s,kanarie%1$s,crew%1$s@anotherdomain.nu,active"::formatted)
                .collect(Collectors.joining("\n", "name,sn,login,password,email,status\n", "\n"));
    }
}
