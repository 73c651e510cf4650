package vmail.fault;

import static vmail.fault.FaultKind.one;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.rule.Effect;
import vmail.store.MaildirShape;

/** Folders and leftovers in people's maildirs. */
final class FolderFaults {

    private static final MaildirShape NO_FOLDER = MaildirShape.PERSONAL;

    private FolderFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "folder-without-tmp",
                        "folder-complete",
                        Effect.UNSEEN,
                        "a folder has no tmp: it is listed and can not be opened",
                        scene -> {
                            Path folder = sent(scene);
                            scene.disk().remove(folder.resolve("tmp"));
                            return scene.at(scene.household().cleo(), folder);
                        }),
                one(
                        "folder-unmarked",
                        "folder-marked",
                        Effect.NONE,
                        "a folder has no maildirfolder: programs that deliver take it for a maildir",
                        scene -> {
                            Path folder = sent(scene);
                            scene.disk().remove(folder.resolve(MaildirShape.MARKER));
                            return scene.at(scene.household().cleo(), folder);
                        }),
                made(
                        "folder-in-modified-utf-seven",
                        "folder-name-decoded",
                        Effect.UNSEEN,
                        "the name of a folder is as Courier before 5 wrote it: people see its code",
                        ".R&AOk-sum&AOk-",
                        CourierTraces.FOLDER),
                made(
                        "folder-ends-with-dot",
                        "folder-name-usable",
                        Effect.UNSEEN,
                        "the name of a folder ends with a dot: no program can select it",
                        ".end.",
                        CourierTraces.FOLDER),
                made(
                        "folder-twins",
                        "folder-names-apart",
                        Effect.NONE,
                        "two folders differ in upper and lower case only",
                        ".sent",
                        CourierTraces.FOLDER),
                made(
                        "maildir-in-maildir",
                        "no-inner-maildir",
                        Effect.UNSEEN,
                        "a maildir lies inside of a maildir without the dot of a folder: nobody sees its mail",
                        "Archive",
                        NO_FOLDER),
                one(
                        "file-of-cyrus",
                        "no-foreign-file",
                        Effect.NONE,
                        "a Cyrus server has left a file in the maildir",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            Path file = cleo.store().resolve("cyrus.header");
                            scene.disk().file(file, "", 0600);
                            return scene.at(cleo, file);
                        }),
                one(
                        "folder-is-link",
                        "maildir-not-linked",
                        Effect.LEAKED,
                        "a folder is a link to another person's mail",
                        scene -> {
                            Household home = scene.household();
                            Path folder = home.cleo().store().resolve(".Dora");
                            scene.disk().link(folder, home.dora().store());
                            return scene.at(home.cleo(), folder);
                        }));
    }

    private static Path sent(Scene scene) {
        return scene.household().cleo().store().resolve(CourierTraces.SENT);
    }

    private static FaultKind made(
            String id, String rule, Effect effect, String sentence, String name, MaildirShape shape) {
        return one(id, rule, effect, sentence, scene -> made(scene, name, shape));
    }

    private static Seeded made(Scene scene, String name, MaildirShape shape) throws IOException {
        Member cleo = scene.household().cleo();
        Path folder = cleo.store().resolve(name);
        scene.disk().maildir(folder, shape);
        return scene.at(cleo, folder);
    }
}
