package vmail.reader.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.DiskPath;
import vmail.account.Origin;

/**
 * A Postfix configuration directory: the parameters of {@code main.cf} and the ldap tables that they name, in files of their
 * own or, as in the howto (2.2), in {@code main.cf} itself.
 *
 * <p>Values come from {@code postconf -n} where Postfix is installed, lines from the file. Does not read master.cf, where a
 * service can have other values ({@code -o}).
 */
public final class PostfixConfiguration {

    private final Path mainFile;
    private final Map<String, Parameter> parameters;
    private final Expansion expansion;

    private PostfixConfiguration(Path mainFile, Map<String, Parameter> parameters) {
        this.mainFile = mainFile;
        this.parameters = parameters;
        this.expansion = new Expansion(name -> text(name));
    }

    /** @throws IOException when there is no main.cf or it can not be read */
    public static PostfixConfiguration read(Path directory) throws IOException {
        Path mainFile = directory.toAbsolutePath().normalize().resolve("main.cf");
        Map<String, Parameter> parameters = PostfixSyntax.parse(mainFile.toString(), ConfigurationFile.lines(mainFile));
        Postconf.parameters(directory.toAbsolutePath().normalize())
                .ifPresent(known -> parameters.replaceAll((name, ours) -> {
                    Parameter theirs = known.get(name);
                    return theirs == null || ours.isPassword() ? ours : theirs.at(ours.origin());
                }));
        return new PostfixConfiguration(mainFile, parameters);
    }

    public Path mainFile() {
        return mainFile;
    }

    /** As main.cf has it; empty when it does not. */
    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** With Postfix's default where main.cf has none, and {@code $name} replaced. */
    public String value(String name) {
        return expansion.of(text(name));
    }

    /** The line of a parameter, or main.cf when it has none. */
    public Origin origin(String name) {
        return parameter(name).<Origin>map(Parameter::origin).orElseGet(() -> new DiskPath(mainFile));
    }

    /** Passwords that stand in main.cf itself, which everybody may read. */
    public List<Parameter> passwords() {
        return parameters.values().stream()
                .filter(each -> each.isPassword() && !each.isEmpty())
                .toList();
    }

    /** What a parameter that is a list of tables has in it: {@code ldap:/etc/postfix/aliases.cf}, {@code localhost}. */
    public List<String> items(String name) {
        return Stream.of(value(name).split("[\\s,]+"))
                .filter(item -> !item.isEmpty())
                .map(item -> item.startsWith("proxy:") ? item.substring("proxy:".length()) : item)
                .toList();
    }

    /** The ldap tables of a parameter, in their order. */
    public List<LdapTable> ldapTables(String name) {
        List<LdapTable> tables = new ArrayList<>();
        for (String item : items(name)) {
            if (item.startsWith("ldap:")) {
                tables.add(table(item.substring("ldap:".length()), origin(name)));
            }
        }
        return tables;
    }

    private LdapTable table(String name, Origin namedAt) {
        return name.startsWith("/") || name.startsWith(".")
                ? LdapTable.ofFile(mainFile.resolveSibling(name).normalize(), namedAt)
                : LdapTable.ofMain(name, namedAt, parameters, expansion);
    }

    private String text(String name) {
        if (name.equals("config_directory")) {
            return String.valueOf(mainFile.getParent());
        }
        Parameter set = parameters.get(name);
        return set == null ? PostfixDefaults.of(name) : set.value();
    }
}
