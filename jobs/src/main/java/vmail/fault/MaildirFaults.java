package vmail.fault;

import static vmail.fault.FaultKind.one;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.rule.Effect;

/** People's maildirs on disk. */
final class MaildirFaults {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private MaildirFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "no-maildir",
                        "maildir-present",
                        Effect.NOLOGIN,
                        "an active account has no maildir: nobody can log in before the first mail",
                        scene -> {
                            Member emil = scene.household().emil();
                            scene.disk().remove(emil.home());
                            return scene.at(emil, emil.store());
                        }),
                lacking("no-cur", "a maildir has no cur: mail is counted and can not be read", "cur"),
                lacking("no-new", "a maildir has no new: it looks empty", "new"),
                lacking("no-tmp", "a maildir has no tmp: the mailbox can not be opened", "tmp"),
                one(
                        "maildir-is-mbox",
                        "maildir-kind",
                        Effect.NOLOGIN,
                        "a file is where the maildir belongs, perhaps an mbox",
                        scene -> {
                            Member emil = scene.household().emil();
                            scene.disk().remove(emil.store());
                            scene.disk().file(emil.store(), "From emil Sat May 17 12:00:00 2003\n\nHello.\n", 0600);
                            return scene.at(emil, emil.store());
                        }),
                one("cur-is-file", "maildir-kind", Effect.NOLOGIN, "a file is where cur belongs", scene -> {
                    Member emil = scene.household().emil();
                    Path cur = emil.store().resolve("cur");
                    scene.disk().remove(cur);
                    scene.disk().file(cur, "", 0600);
                    return scene.at(emil, cur);
                }),
                one(
                        "maildir-is-link",
                        "maildir-not-linked",
                        Effect.LEAKED,
                        "the maildir is a link to another person's: both read one mailbox",
                        scene -> {
                            Household home = scene.household();
                            return linked(scene, home.cleo().store());
                        }),
                one(
                        "maildir-is-dangling",
                        "maildir-not-linked",
                        Effect.LEAKED,
                        "the maildir is a link to nothing",
                        scene -> linked(scene, scene.base().path().resolve("moved-away"))),
                one(
                                "maildir-of-root",
                                "maildir-owner",
                                Effect.DEFERRED,
                                "the maildir belongs to root, as after a script that root has run",
                                scene -> {
                                    Member cleo = scene.household().cleo();
                                    Path maildir = cleo.store();
                                    for (Path each : List.of(
                                            maildir,
                                            maildir.resolve("cur"),
                                            maildir.resolve("new"),
                                            maildir.resolve("tmp"))) {
                                        stranger(scene, each);
                                    }
                                    return scene.at(cleo, maildir);
                                })
                        .needing(Need.ROOT),
                one(
                        "new-not-writable",
                        "maildir-usable",
                        Effect.DEFERRED,
                        "the mail owner may not write into new",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.disk().mode(cleo.store().resolve("new"), 0500);
                            return scene.at(cleo, cleo.store());
                        }),
                one(
                        "maildir-open",
                        "maildir-private",
                        Effect.LEAKED,
                        "everybody on the host can read the maildir",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.disk().mode(cleo.store(), 0755);
                            return scene.at(cleo, cleo.store());
                        }),
                one(
                                "parent-of-root",
                                "parent-usable",
                                Effect.DEFERRED,
                                "the maildir is missing, and the directory above it belongs to root",
                                scene -> {
                                    Member emil = scene.household().emil();
                                    scene.disk().remove(emil.store());
                                    stranger(scene, emil.home());
                                    return scene.at(emil, emil.home());
                                })
                        .needing(Need.ROOT),
                one(
                                "parent-closed",
                                "parent-usable",
                                Effect.DEFERRED,
                                "the mail owner may not pass the directory above the maildir",
                                scene -> {
                                    Member cleo = scene.household().cleo();
                                    scene.disk().mode(cleo.home(), 0600);
                                    return scene.at(cleo, cleo.home());
                                })
                        .needing(Need.ROOT),
                one(
                        "parent-is-file",
                        "parent-usable",
                        Effect.DEFERRED,
                        "a file is where the directory above the maildir belongs",
                        scene -> {
                            Member emil = scene.household().emil();
                            scene.disk().remove(emil.home());
                            scene.disk().file(emil.home(), "", 0600);
                            return scene.at(emil, emil.home());
                        }));
    }

    private static FaultKind lacking(String id, String sentence, String part) {
        return one(id, "maildir-complete", Effect.UNSEEN, sentence, scene -> {
            Member cleo = scene.household().cleo();
            scene.disk().remove(cleo.store().resolve(part));
            return scene.at(cleo, cleo.store());
        });
    }

    private static Seeded linked(Scene scene, Path target) throws IOException {
        Member emil = scene.household().emil();
        scene.disk().remove(emil.store());
        scene.disk().link(emil.store(), target);
        return scene.at(emil, emil.store());
    }

    /** Whoever owns the mail here, even if it is root, somebody else does then. */
    static void stranger(Scene scene, Path path) throws IOException {
        int other = scene.disk().owner(path) == ROOT ? NOBODY : ROOT;
        scene.disk().give(path, other, other);
    }
}
