package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.MaildirFaults.stranger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.rule.Effect;
import vmail.store.MaildirShape;

/** Shared folders and delivery links on disk. */
final class SharedFaults {

    private SharedFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "no-sharable-maildir",
                        "sharable-maildir-present",
                        Effect.DEFERRED,
                        "the sharable maildir is missing",
                        scene -> {
                            Household home = scene.household();
                            scene.disk().remove(home.maildir(home.team()));
                            return scene.at(home.team(), home.maildir(home.team()));
                        }),
                one(
                        "sharable-maildir-closed",
                        "sharable-maildir-mode",
                        Effect.NONE,
                        "the sharable maildir has other modes than maildirmake -S gives it",
                        scene -> {
                            Household home = scene.household();
                            scene.disk().mode(home.maildir(home.team()), 0700);
                            return scene.at(home.team(), home.maildir(home.team()));
                        }),
                one(
                        "no-shared-folder",
                        "shared-folder-present",
                        Effect.DEFERRED,
                        "the folder that the delivery link leads to is missing",
                        scene -> {
                            Household home = scene.household();
                            scene.disk().remove(home.folder(home.team()));
                            return scene.at(home.team(), home.folder(home.team()));
                        }),
                one(
                        "no-box",
                        "shared-box-present",
                        Effect.UNSEEN,
                        "a folder that postOfficeBox names is missing",
                        scene -> {
                            Household home = scene.household();
                            Path box = box(home, 0);
                            scene.disk().remove(box);
                            return scene.at(home.gazette(), box);
                        }),
                one(
                        "shared-folder-closed",
                        "shared-folder-mode",
                        Effect.NONE,
                        "a shared folder has other modes than maildirmake -s write gives it",
                        scene -> {
                            Household home = scene.household();
                            scene.disk().mode(box(home, 1), 0700);
                            return scene.at(home.gazette(), box(home, 1));
                        }),
                one(
                        "no-maildirfolder",
                        "shared-folder-marked",
                        Effect.NONE,
                        "a shared folder has no maildirfolder",
                        scene -> {
                            Household home = scene.household();
                            scene.disk().remove(box(home, 1).resolve(MaildirShape.MARKER));
                            return scene.at(home.gazette(), box(home, 1));
                        }),
                one("no-new-in-folder", "maildir-complete", Effect.UNSEEN, "a shared folder has no new", scene -> {
                    Household home = scene.household();
                    scene.disk().remove(home.folder(home.gazette()).resolve("new"));
                    return scene.at(home.gazette(), home.folder(home.gazette()));
                }),
                one(
                                "shared-folder-of-root",
                                "maildir-owner",
                                Effect.DEFERRED,
                                "a shared folder belongs to root",
                                scene -> {
                                    Household home = scene.household();
                                    Path folder = home.folder(home.gazette());
                                    stranger(scene, folder);
                                    stranger(scene, folder.resolve("new"));
                                    return scene.at(home.gazette(), folder);
                                })
                        .needing(Need.ROOT),
                one(
                        "shared-parent-closed",
                        "parent-usable",
                        Effect.DEFERRED,
                        "the mail owner may not write where the delivery link is",
                        scene -> {
                            Household home = scene.household();
                            scene.disk().mode(home.gazette().home(), 0555);
                            return scene.at(home.gazette(), home.gazette().home());
                        }),
                one(
                        "no-link",
                        "delivery-link-present",
                        Effect.UNSEEN,
                        "the delivery link is missing: Postfix makes a directory there that nobody reads",
                        scene -> {
                            Member gazette = scene.household().gazette();
                            scene.disk().remove(gazette.store());
                            return scene.at(gazette, gazette.store());
                        }),
                one(
                        "link-is-directory",
                        "delivery-link-is-link",
                        Effect.UNSEEN,
                        "a real directory with mail is where the delivery link belongs: nobody sees that mail",
                        scene -> real(scene)),
                one(
                        "link-inside-directory",
                        "delivery-link-is-link",
                        Effect.UNSEEN,
                        "the same, and a script has put the link inside of it",
                        scene -> {
                            Household home = scene.household();
                            Seeded seeded = real(scene);
                            Path folder = home.folder(home.gazette());
                            scene.disk().link(home.gazette().store().resolve(folder.getFileName()), folder);
                            return seeded;
                        }),
                one(
                        "link-is-file",
                        "delivery-link-is-link",
                        Effect.UNSEEN,
                        "a file is where the delivery link belongs",
                        scene -> {
                            Member gazette = scene.household().gazette();
                            scene.disk().remove(gazette.store());
                            scene.disk().file(gazette.store(), "", 0600);
                            return scene.at(gazette, gazette.store());
                        }),
                pointing(
                        "link-to-person",
                        Effect.LEAKED,
                        "the delivery link leads into a person's mailbox",
                        home -> home.cleo().store()),
                pointing(
                        "link-to-other-folder",
                        Effect.LEAKED,
                        "the delivery link leads to the folder of another shared account",
                        home -> home.folder(home.team())),
                pointing(
                        "link-dangling",
                        Effect.DEFERRED,
                        "the delivery link leads to nothing",
                        home -> home.maildir(home.gazette()).resolve(".incomming")),
                pointing(
                        "link-to-itself",
                        Effect.DEFERRED,
                        "the delivery link leads to itself",
                        home -> home.gazette().store()),
                pointing(
                        "link-outside",
                        Effect.LEAKED,
                        "the delivery link leads out of the mail base",
                        home -> Path.of("/tmp")));
    }

    private static Path box(Household home, int index) {
        return home.maildir(home.gazette()).resolve("." + home.boxes().get(index));
    }

    private static Seeded real(Scene scene) throws IOException {
        Member gazette = scene.household().gazette();
        scene.disk().remove(gazette.store());
        scene.disk().maildir(gazette.store(), MaildirShape.PERSONAL);
        scene.disk()
                .file(gazette.store().resolve("new").resolve("1.M1P1.mx.example"), "Subject: lost\n\nHello.\n", 0600);
        return scene.at(gazette, gazette.store());
    }

    private interface Target {
        Path in(Household home);
    }

    private static FaultKind pointing(String id, Effect effect, String sentence, Target target) {
        return one(id, "delivery-link-target", effect, sentence, scene -> {
            Member gazette = scene.household().gazette();
            scene.disk().remove(gazette.store());
            scene.disk().link(gazette.store(), target.in(scene.household()));
            return scene.at(gazette, gazette.store());
        });
    }
}
