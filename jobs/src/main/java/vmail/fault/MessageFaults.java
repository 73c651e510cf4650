package vmail.fault;

import static vmail.fault.FaultKind.one;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vmail.rule.Effect;

/** Single messages, which {@code vmail audit --deep} looks at. */
final class MessageFaults {

    static final String TEXT = "From: stranger@elsewhere.example\nSubject: hello\n\nHello.\n";

    /** Long before any limit of an audit. */
    static final Instant LONG_AGO = Instant.parse("2024-03-01T12:00:00Z");

    private static final String NAME = "1700000001.V1I1M1.mx.example";

    private MessageFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                                "message-of-root",
                                "message-readable",
                                Effect.UNSEEN,
                                "messages belong to root, as after a restore by root: they can not be opened",
                                scene -> {
                                    Seeded seeded = atCleo(scene, "cur/" + NAME + ":2,S", TEXT, 0600);
                                    Path cur = scene.household().cleo().store().resolve("cur");
                                    MaildirFaults.stranger(scene, cur.resolve(NAME + ":2,S"));
                                    return seeded;
                                })
                        .needing(Need.ROOT),
                one(
                        "message-closed",
                        "message-readable",
                        Effect.UNSEEN,
                        "the mail owner may not read a message",
                        scene -> atCleo(scene, "cur/" + NAME + ":2,S", TEXT, 0200)),
                one(
                        "message-setuid",
                        "message-mode",
                        Effect.NONE,
                        "a message is a program with setuid, in a maildir that is closed to others",
                        scene -> atCleo(scene, "cur/" + NAME + ":2,S", TEXT, 04755)),
                one(
                        "message-open",
                        "message-mode",
                        Effect.LEAKED,
                        "everybody on the host can change a message of a shared folder",
                        scene -> {
                            Member gazette = scene.household().gazette();
                            Path folder = scene.household().folder(gazette);
                            scene.disk().file(folder.resolve("cur/" + NAME + ":2,"), TEXT, 0666);
                            return scene.at(gazette, scene.household().maildir(gazette));
                        }),
                one(
                        "message-is-link",
                        "message-not-linked",
                        Effect.LEAKED,
                        "a link is among the messages: whoever opens it reads the file it points to",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.disk().link(cleo.store().resolve("cur/" + NAME + ":2,"), Path.of("/etc/passwd"));
                            return scene.at(cleo, cleo.store());
                        }),
                one(
                        "message-empty",
                        "message-not-empty",
                        Effect.LOST,
                        "a message has no content, as after a crash or on a full file system",
                        scene -> atCleo(scene, "cur/" + NAME + ":2,S", "", 0600)),
                one(
                        "message-unmarked",
                        "message-marked",
                        Effect.NONE,
                        "a message in cur lacks :2, at the end of its name",
                        scene -> atCleo(scene, "cur/" + NAME, TEXT, 0600)),
                one(
                        "flags-of-windows",
                        "message-flags",
                        Effect.NONE,
                        "a copy over Windows has put ! in place of the colon before the flags",
                        scene -> atCleo(scene, "cur/" + NAME + "!2,S", TEXT, 0600)),
                one(
                        "message-twice",
                        "message-once",
                        Effect.LOST,
                        "a restore brought back in new what has been read: one will be put in the other's place",
                        scene -> {
                            atCleo(scene, "cur/" + NAME + ":2,S", TEXT, 0600);
                            return atCleo(scene, "new/" + NAME, TEXT, 0600);
                        }),
                one(
                        "directory-among-messages",
                        "only-messages",
                        Effect.UNSEEN,
                        "a directory with messages lies in cur",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            Path inner = cleo.store().resolve("cur/backup");
                            scene.disk().directory(inner, 0700);
                            scene.disk().file(inner.resolve(NAME + ":2,S"), TEXT, 0600);
                            return scene.at(cleo, cleo.store());
                        }),
                one(
                        "fifo-among-messages",
                        "no-special-file",
                        Effect.UNSEEN,
                        "a FIFO lies in cur: a session that opens it waits for ever",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.disk().fifo(cleo.store().resolve("cur/" + NAME + ":2,"));
                            return scene.at(cleo, cleo.store());
                        }),
                one(
                        "message-linked-elsewhere",
                        "no-outside-link",
                        Effect.NONE,
                        "a message has a second name outside of the account",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            Seeded seeded = atCleo(scene, "cur/" + NAME + ":2,S", TEXT, 0600);
                            // nobody looks into folders that no account has asked for
                            scene.disk()
                                    .hardLink(
                                            scene.household().fay().store().resolve("cur/" + NAME + ":2,S"),
                                            cleo.store().resolve("cur/" + NAME + ":2,S"));
                            return seeded;
                        }),
                one(
                        "tmp-left-over",
                        "no-stale-tmp",
                        Effect.NONE,
                        "an interrupted delivery has left its file in tmp",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            Path left = cleo.store().resolve("tmp/" + NAME);
                            scene.disk().file(left, TEXT, 0600);
                            scene.disk().time(left, LONG_AGO);
                            return scene.at(cleo, cleo.store());
                        }));
    }

    /** A file in a maildir that is in use. */
    private static Seeded atCleo(Scene scene, String name, String content, int mode) throws IOException {
        Member cleo = scene.household().cleo();
        scene.disk().file(cleo.store().resolve(name), content, mode);
        return scene.at(cleo, cleo.store());
    }
}
