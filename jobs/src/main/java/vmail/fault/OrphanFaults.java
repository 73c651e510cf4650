package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.FaultKind.several;

import com.unboundid.util.StaticUtils;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import vmail.rule.Effect;
import vmail.store.MaildirShape;

/** What is on disk and belongs to nobody. */
final class OrphanFaults {

    private OrphanFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "entry-deleted",
                        "no-orphan-maildir",
                        Effect.BOUNCED,
                        "the entry of a person was deleted, the maildir with mail is still there",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.remove(cleo);
                            return scene.at(cleo.store());
                        }),
                one(
                        "empty-maildir-left",
                        "no-orphan-maildir",
                        Effect.NONE,
                        "an empty maildir has no account",
                        scene -> {
                            Path left = scene.base()
                                    .path()
                                    .resolve(scene.household().named("gone"));
                            scene.disk().maildir(left.resolve("Maildir"), MaildirShape.PERSONAL);
                            return scene.at(left.resolve("Maildir"));
                        }),
                one(
                        "store-renamed",
                        "store-not-renamed",
                        Effect.UNSEEN,
                        "mailMessageStore was changed and the maildir was not moved",
                        scene -> {
                            Household home = scene.household();
                            Path moved =
                                    scene.base().path().resolve(home.named("e")).resolve("Maildir");
                            scene.replace(home.emil(), "mailMessageStore", moved + "/");
                            return scene.at(home.emil(), home.emil().store());
                        }),
                one(
                                "store-reused",
                                "store-not-reused",
                                Effect.LEAKED,
                                "a new account has a store with older mail: whoever has it reads what a former owner got",
                                scene -> {
                                    Member cleo = scene.household().cleo();
                                    // no file can be made older than it is
                                    scene.replace(cleo, "createTimestamp", in(Duration.ofDays(2)));
                                    return scene.at(cleo, cleo.store());
                                })
                        .needing(Need.UNCHECKED_DIRECTORY),
                several(
                        "directory-twins",
                        "names-apart",
                        Effect.UNSEEN,
                        "two directories differ in upper and lower case only: somebody's mail is in two places",
                        scene -> {
                            Household home = scene.household();
                            Path twin = scene.base()
                                    .path()
                                    .resolve(home.cleo().name().replace(' ', '.'));
                            scene.disk().directory(twin, MaildirShape.PARENT_MODE);
                            return List.of(scene.at(twin), scene.at(twin).of("no-stray-file", Effect.NONE));
                        }),
                one(
                        "link-left",
                        "no-orphan-link",
                        Effect.NONE,
                        "a link among the shared folders has no shared account",
                        scene -> {
                            Household home = scene.household();
                            Path link = home.team().home().resolve("old");
                            scene.disk().link(link, home.folder(home.team()));
                            return scene.at(link);
                        }),
                one(
                        "sharable-maildir-left",
                        "no-orphan-shared-maildir",
                        Effect.LEAKED,
                        "a sharable maildir has no shared account",
                        scene -> {
                            Path left = scene.base()
                                    .sharedMaildirsRoot()
                                    .resolve(scene.household().named("old"));
                            scene.disk().maildir(left, MaildirShape.SHARABLE);
                            scene.disk().maildir(left.resolve(".incoming"), MaildirShape.FOLDER);
                            return scene.at(left);
                        }),
                one(
                        "folder-left",
                        "no-orphan-folder",
                        Effect.NONE,
                        "no shared account names a folder that its readers see",
                        scene -> {
                            Household home = scene.household();
                            Path folder = home.maildir(home.team()).resolve(".old");
                            scene.disk().maildir(folder, MaildirShape.FOLDER);
                            return scene.at(folder);
                        }),
                several(
                        "shared-account-deleted",
                        "no-orphan-shared-maildir",
                        Effect.LEAKED,
                        "the entry of a shared account was deleted, all else has stayed",
                        scene -> {
                            Household home = scene.household();
                            Member team = home.team();
                            scene.remove(team);
                            return List.of(
                                    scene.at(home.maildir(team)),
                                    scene.at(team.store()).of("no-orphan-link", Effect.NONE),
                                    scene.at(home.ben()).of("see-also-exists", Effect.UNSEEN),
                                    scene.at(home.ben(), home.ben().subscriptions())
                                            .of("no-stray-subscription", Effect.LEAKED));
                        }),
                one(
                        "stray-file",
                        "no-stray-file",
                        Effect.NONE,
                        "a file lies where only directories of accounts belong",
                        scene -> {
                            Path file = scene.base()
                                    .path()
                                    .resolve(scene.household().named("backup") + ".tar");
                            scene.disk().file(file, "", 0600);
                            return scene.at(file);
                        }),
                one(
                        "stray-link",
                        "no-stray-file",
                        Effect.NONE,
                        "a link lies where only directories of accounts belong",
                        scene -> {
                            Household home = scene.household();
                            Path link = scene.base().path().resolve(home.named("old"));
                            scene.disk().link(link, home.cleo().home());
                            return scene.at(link);
                        }),
                one(
                        "empty-directory",
                        "no-stray-file",
                        Effect.NONE,
                        "an empty directory belongs to no account",
                        scene -> {
                            Path left = scene.base()
                                    .path()
                                    .resolve(scene.household().named("empty"));
                            scene.disk().directory(left, 0755);
                            return scene.at(left);
                        }),
                one(
                        "comma-directory",
                        "no-comma-directory",
                        Effect.LOST,
                        "mail for an address of two accounts lies in a directory that Postfix made and nobody reads",
                        scene -> {
                            Household home = scene.household();
                            Path comma = home.cleo().store().resolve(",");
                            Path maildir = comma.resolve(scene.base()
                                    .path()
                                    .getRoot()
                                    .relativize(home.dora().store()));
                            scene.disk().maildir(maildir, MaildirShape.PERSONAL);
                            scene.disk()
                                    .file(
                                            maildir.resolve("new").resolve("1.M1P1.mx.example"),
                                            "Subject: lost\n\nHello.\n",
                                            0600);
                            return scene.at(comma);
                        }));
    }

    private static String in(Duration time) {
        return StaticUtils.encodeGeneralizedTime(Date.from(Instant.now().plus(time)));
    }
}
