package vmail.cli;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Properties;
import java.util.stream.Collectors;
import vmail.fault.FaultKit;
import vmail.settings.Settings;

/** What lies beside a broken mail system: settings for vmail, and what was made wrong. */
record FaultKitFiles(FaultKit kit, FaultKit.Made made) {

    static final String SETTINGS = "vmail.properties";
    static final String ANSWERS = "answers.txt";

    void write() throws IOException {
        Files.writeString(kit.folder().resolve(SETTINGS), properties());
        Files.writeString(kit.folder().resolve(ANSWERS), answers());
    }

    /** Escaped as Properties wants it; sorted, and without the hour it was written. */
    private String properties() throws IOException {
        Settings settings = kit.settings();
        Properties keys = new Properties();
        keys.setProperty("ldap-url", settings.directory().orElseThrow().url().toString());
        keys.setProperty(
                "account-base", settings.accountBase().map(DN::toString).orElseThrow());
        keys.setProperty("system-base", settings.systemBase().map(DN::toString).orElseThrow());
        keys.setProperty("mail-base", settings.mailBase().toString());
        keys.setProperty("workspace", settings.workspace().toString());
        settings.owner().ifPresent(owner -> keys.setProperty("owner", owner.toString()));
        StringWriter text = new StringWriter();
        keys.store(text, null);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String answers() {
        return made.faults().stream()
                .map(fault -> fault.kind().id() + ": " + fault.kind().sentence() + "\n"
                        + fault.seeded().stream()
                                .map(seeded -> "  " + seeded + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
