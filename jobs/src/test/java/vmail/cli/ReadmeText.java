package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What README.md tells people to do. */
public record ReadmeText(String text) {

    private static final Pattern SETTINGS = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MAPPING = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ON_SERVERS =
            Pattern.compile("render |doctor |--live |(?:@|onestonea|shared\\.maildirs)");

    public static ReadmeText read() throws IOException {
        return new ReadmeText(Files.readString(Path.of("../README.md")));
    }

    /** The settings file it shows. */
    public String settings() {
        return only(SETTINGS);
    }

    /** The mapping file it shows. */
    String mapping() {
        return only(MAPPING);
    }

    private String only(Pattern block) {
        Matcher matcher = block.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** Its commands, in the order in which they are shown, that need no server. */
    List<String> commandsAlone() {
        return commands().stream()
                .filter(command -> !ON_SERVERS.matcher(command).find())
                .toList();
    }

    /** Those about servers and what they hold. */
    public List<String> commandsOnServers() {
        return commands().stream()
                .filter(command -> ON_SERVERS.matcher(command).find())
                .toList();
    }

    private List<String> commands() {
        return COMMANDS.matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> line.startsWith("./vmail "))
                .toList();
    }
}
