package vmail.fault;

import static vmail.fault.FaultKind.one;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.rule.Effect;

/** Mail that nobody opens, lists of UIDs and quotas, which {@code vmail audit --deep} looks at. */
final class UseFaults {

    private static final String NAME = "1600000001.V1I1M1.mx.example";
    private static final String UIDS = "courierimapuiddb";
    private static final String QUOTA = "maildirsize";

    private UseFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "inbox-unopened",
                        "new-mail-opened",
                        Effect.UNSEEN,
                        "nobody opens an INBOX that gets mail",
                        scene -> old(scene, scene.household().cleo())),
                one(
                        "mailbox-never-opened",
                        "mailbox-opened",
                        Effect.UNSEEN,
                        "an account gets mail and has never been opened",
                        scene -> old(scene, scene.household().emil())),
                one(
                        "shared-folder-unopened",
                        "shared-mail-opened",
                        Effect.UNSEEN,
                        "no subscriber opens a shared folder that gets mail",
                        scene -> {
                            Member gazette = scene.household().gazette();
                            Path folder = scene.household().folder(gazette);
                            message(scene, folder.resolve("new"));
                            return scene.at(gazette, folder);
                        }),
                one(
                        "mail-beside-shared-folder",
                        "no-mail-in-sharable-maildir",
                        Effect.UNSEEN,
                        "mail lies in the sharable maildir, one level above its folder",
                        scene -> {
                            Member gazette = scene.household().gazette();
                            Path maildir = scene.household().maildir(gazette);
                            message(scene, maildir.resolve("new"));
                            return scene.at(gazette, maildir);
                        }),
                one(
                        "quota-of-shared-folder",
                        "no-quota-in-sharable-maildir",
                        Effect.NONE,
                        "a sharable maildir has a quota, which Courier does not support there",
                        scene -> {
                            Member gazette = scene.household().gazette();
                            Path maildir = scene.household().maildir(gazette);
                            scene.disk().file(maildir.resolve(QUOTA), "5000000S\n", 0644);
                            return scene.at(gazette, maildir);
                        }),
                one(
                        "uid-list-gone",
                        "uid-list-present",
                        Effect.NONE,
                        "the list of UIDs was not restored: mail programs will load everything again",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.disk().remove(cleo.store().resolve(UIDS));
                            scene.disk().file(cleo.store().resolve("courierimapkeywords/" + NAME), "Important\n", 0644);
                            return scene.at(cleo, cleo.store());
                        }),
                one(
                        "uid-list-broken",
                        "uid-list-well-formed",
                        Effect.NONE,
                        "the list of UIDs is none that Courier can read: clients load all mail again",
                        scene -> uids(scene, "garbage\n")),
                one(
                        "uid-twice",
                        "uid-unique",
                        Effect.UNSEEN,
                        "two messages have one UID: mail programs show one of them",
                        scene -> uids(scene, "1 795897293 9\n1 1.one.mx.example\n1 2.two.mx.example\n")),
                one(
                        "quota-broken",
                        "quota-file-well-formed",
                        Effect.NONE,
                        "maildirsize can not be read",
                        scene -> quota(scene, "plenty\n")),
                one(
                        "quota-sum-wrong",
                        "quota-file-true",
                        Effect.NONE,
                        "maildirsize says that there is much more mail than there is",
                        scene -> quota(scene, "500000000S\n200000000 10\n")),
                one(
                        "quota-exceeded",
                        "quota-kept",
                        Effect.NONE,
                        "there is more mail than the quota in maildirsize allows",
                        scene -> quota(scene, "20S\n100 2\n")));
    }

    private static Seeded old(Scene scene, Member person) throws IOException {
        message(scene, person.store().resolve("new"));
        return scene.at(person, person.store());
    }

    private static void message(Scene scene, Path part) throws IOException {
        Path file = part.resolve(NAME);
        scene.disk().file(file, MessageFaults.TEXT, 0600);
        scene.disk().time(file, MessageFaults.LONG_AGO);
    }

    private static Seeded uids(Scene scene, String content) throws IOException {
        Member cleo = scene.household().cleo();
        scene.disk().edit(cleo.store().resolve(UIDS), was -> content);
        return scene.at(cleo, cleo.store());
    }

    private static Seeded quota(Scene scene, String content) throws IOException {
        Member cleo = scene.household().cleo();
        scene.disk().file(cleo.store().resolve(QUOTA), content, 0644);
        return scene.at(cleo, cleo.store());
    }
}
