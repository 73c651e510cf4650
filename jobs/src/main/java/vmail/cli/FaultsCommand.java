package vmail.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.account.DirectoryUnavailable;
import vmail.connection.UnsafeSettings;
import vmail.fault.FaultKind;
import vmail.fault.FaultKinds;
import vmail.fault.FaultKit;
import vmail.fault.Need;
import vmail.reader.source.ShellWord;
import vmail.store.Owner;
import vmail.writer.store.OwnerName;

/** {@code vmail faults}: for tests, for the demo and for those who learn. */
@Command(
        name = "faults",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Make a mail system that is broken on purpose, to see what vmail says of it and to practise: healthy accounts in an"
                    + " embedded directory and a mail base of its own, and an example of each KIND, each with accounts of its own."
                    + " Touches nothing else.",
            "What was made wrong is told in DIR/answers.txt: the kind and the findings that an audit must have, no more and no"
                    + " less.",
            "",
            "  vmail faults --list",
            "  vmail faults link-is-directory stray-line --into broken",
            "  vmail audit --deep --settings broken/vmail.properties",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FaultsCommand implements Callable<Integer> {

    static final int HEALTHY = 16;

    private static final String ALL = "all";
    /** The mail owner where root runs this. */
    static final Owner HOWTO = new Owner(5000, 5000);

    private final Terminal terminal;

    @Parameters(paramLabel = "KIND", description = "What shall be wrong: a word of --list, or all for one of each.")
    List<String> kinds = new ArrayList<>();

    @Option(names = "--list", description = "List the kinds: name, rule, effect on mail, and what is wrong.")
    boolean list;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "" + HEALTHY,
            description = "How many healthy accounts there are at least. Default: ${DEFAULT-VALUE}.")
    int accounts;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            defaultValue = "faults",
            description = "The folder to make; must not be there yet, or be empty. Default: ${DEFAULT-VALUE}.")
    Path into;

    @Option(
            names = "--owner",
            paramLabel = "USER[:GROUP]",
            description = "The mail owner, where root runs this. Default then: 5000:5000, as in the howto.")
    @Nullable
    String owner;

    FaultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        if (list) {
            FaultKinds.all()
                    .forEach(kind -> terminal.say(
                            "%-28s %-26s %-9s %s".formatted(kind.id(), kind.rule(), kind.effect(), kind.sentence())));
            return ExitCode.DONE.number();
        }
        if (kinds.isEmpty()) {
            throw new Refused(ExitCode.USAGE, "no KIND: name some of vmail faults --list, or all");
        }
        List<FaultKind> wanted = wanted();
        Path folder = into.toAbsolutePath().normalize();
        refuseUsed(folder);
        List<FaultKind> possible = possible(wanted);
        FaultKit kit = new FaultKit(folder, owner());
        FaultKit.Made made = kit.make(possible, accounts);
        new FaultKitFiles(kit, made).write();
        say(made, folder);
        return ExitCode.DONE.number();
    }

    private List<FaultKind> wanted() throws Refused {
        Set<FaultKind> found = new LinkedHashSet<>();
        for (String word : kinds) {
            if (word.equals(ALL)) {
                found.addAll(FaultKinds.all());
            } else {
                found.add(FaultKinds.find(word).orElseThrow(() -> unknown(word)));
            }
        }
        return List.copyOf(found);
    }

    private static Refused unknown(String word) {
        return new Refused(
                ExitCode.USAGE,
                "no kind of fault " + word + "; did you mean " + FaultKinds.nearest(word)
                        + "? See: vmail faults --list");
    }

    /** What is left out is said, with the reason. */
    private List<FaultKind> possible(List<FaultKind> wanted) throws IOException {
        List<FaultKind> possible = new ArrayList<>();
        for (FaultKind kind : wanted) {
            if (kind.needs().contains(Need.ROOT) && !Surroundings.isRoot()) {
                leftOut(kind, Need.ROOT);
            } else if (kind.needs().contains(Need.ALONE) && wanted.size() > 1) {
                leftOut(kind, Need.ALONE);
            } else {
                possible.add(kind);
            }
        }
        return possible;
    }

    private void leftOut(FaultKind kind, Need need) {
        terminal.complain("left out " + kind.id() + ": " + need.reason());
    }

    private Optional<Owner> owner() throws IOException {
        if (owner != null) {
            return Optional.of(new OwnerName().resolve(owner));
        }
        return Surroundings.isRoot() ? Optional.of(HOWTO) : Optional.empty();
    }

    private static void refuseUsed(Path folder) throws IOException, Refused {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            if (inside.iterator().hasNext()) {
                throw new Refused(ExitCode.REFUSED, folder + " is not empty. Name another folder with --into");
            }
        } catch (NoSuchFileException e) {
            // it will be made
        }
    }

    private void say(FaultKit.Made made, Path folder) {
        terminal.say("made " + made.faults().size() + (made.faults().size() == 1 ? " fault" : " faults") + " among "
                + made.accounts() + " accounts in " + folder);
        terminal.say("");
        terminal.say("Next: see what the audit says of it");
        terminal.say("  ./vmail audit --deep --settings "
                + ShellWord.of(folder.resolve(FaultKitFiles.SETTINGS).toString()));
        terminal.say("and compare with what was made");
        terminal.say(
                "  cat " + ShellWord.of(folder.resolve(FaultKitFiles.ANSWERS).toString()));
    }
}
