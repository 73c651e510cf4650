package vmail.doctor;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/**
 * The howto's people on a mail host of their own, with a slapd, and with the configuration that vmail render writes: a sound
 * set-up, whose parts a test can spoil.
 *
 * @param folder where the configuration is, a new one for each test
 */
record Patient(Site site, Slapd slapd, Path folder) {

    /** A host with people, whose configuration is in its folder {@code rendered}. */
    static Patient admit(Site site, Slapd slapd, String... renderOptions)
            throws IOException, InterruptedException, LDAPException {
        Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
        Path accounts = site.file("accounts.csv", Site.sample("howto/accounts.csv"));
        must(Cli.asMailOwner()
                .with(site.writing(slapd))
                .run("import", "--create-parents", domains.toString(), accounts.toString()));
        slapd.giveSystemItsPassword();
        Patient patient = new Patient(site, slapd, site.folder().resolve("rendered"));
        patient.render(renderOptions);
        return patient;
    }

    private void render(String... options) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String target : List.of("postfix", "courier", "slapd")) {
            List<String> arguments = new ArrayList<>(List.of("render", target, "--into=" + folder.resolve(target)));
            arguments.add(MailOwner.option());
            arguments.addAll(List.of(options));
            must(Cli.here().with(site.reading(slapd)).run(arguments.toArray(new String[0])));
        }
        Path maps = Files.createDirectory(folder.resolve("postfix/vmail"));
        Files.setPosixFilePermissions(maps, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String map : List.of("domains.cf", "aliases.cf", "mailboxes.cf")) {
            Files.move(folder.resolve("postfix").resolve(map), maps.resolve(map));
        }
        if (!MailOwner.isRoot()) {
            // nobody but root can give a file to the group of Postfix
            append("postfix/main.cf", "mail_owner = " + System.getProperty("user.name"));
        }
    }

    /** The same host with a copy of the configuration. */
    Patient copy(String name) throws IOException {
        Path copy = site.folder().resolve(name);
        try (var paths = Files.walk(folder)) {
            for (Path each : paths.toList()) {
                Files.copy(
                        each,
                        copy.resolve(folder.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return new Patient(site, slapd, copy);
    }

    /** What vmail doctor says of all of it, as ou=System. */
    Ran examine(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--postfix-config=" + folder.resolve("postfix"));
        arguments.add("--authldaprc=" + folder.resolve("courier/authldaprc"));
        // postconf(1) waits until main.cf is two seconds old: somebody might still be writing it
        Files.setLastModifiedTime(
                folder.resolve("postfix/main.cf"), FileTime.from(Instant.now().minusSeconds(60)));
        return examineWithoutServers(arguments.toArray(new String[0]));
    }

    /** The same without the configuration of Postfix and Courier. */
    Ran examineWithoutServers(String... options) throws IOException, InterruptedException {
        return Cli.here().run(arguments(true, options));
    }

    /** The same as the mail owner, who is not named then. */
    Ran examineAs(Cli mailOwner, String... options) throws IOException, InterruptedException {
        return mailOwner.run(arguments(false, options));
    }

    /** Those of the site, except what is given. */
    private String[] arguments(boolean named, String... options) {
        List<String> arguments = new ArrayList<>(List.of("doctor"));
        arguments.addAll(List.of(options));
        Stream.concat(Stream.of(site.reading(slapd)), named ? MailOwner.options().stream() : Stream.empty())
                .filter(option ->
                        arguments.stream().noneMatch(given -> name(given).equals(name(option))))
                .toList()
                .forEach(arguments::add);
        return arguments.toArray(new String[0]);
    }

    private static String name(String option) {
        return option.replaceFirst("=.*", "");
    }

    void append(String file, String line) throws IOException {
        Files.writeString(folder.resolve(file), line + "\n", StandardOpenOption.APPEND);
    }

    /** Replaces a line that must be there; an empty one takes it away. */
    void replace(String file, String line, String other) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        String begin = "(?m)^" + line + ".*\n";
        String changed = text.replaceFirst(begin, other.isEmpty() ? "" : Matcher.quoteReplacement(other + "\n"));
        if (changed.equals(text)) {
            throw new AssertionError("no line " + line + " in " + text);
        }
        Files.writeString(path, changed);
    }

    void mode(String file, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString(permissions));
    }

    private static void must(Ran ran) {
        if (ran.code() != 0) {
            throw new AssertionError(ran.toString());
        }
    }
}
