package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.MaildirFaults.stranger;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import vmail.rule.Effect;
import vmail.store.MaildirShape;

/** {@code shared-maildirs} and {@code shared-folders} in people's maildirs. */
final class SubscriptionFaults {

    private static final String LINE = "subscription-line";
    private static final String FILE = "subscription-file";
    private static final String STRAY = "no-stray-subscription";

    private SubscriptionFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "no-subscriptions",
                        "subscription-present",
                        Effect.UNSEEN,
                        "shared-maildirs is missing: a reader misses the folders",
                        scene -> {
                            Member ada = scene.household().ada();
                            scene.disk().remove(ada.subscriptions());
                            return scene.at(ada, ada.subscriptions());
                        }),
                one(
                        "no-line",
                        "subscription-present",
                        Effect.UNSEEN,
                        "shared-maildirs has no line for one of the shared accounts of its owner",
                        scene -> {
                            Household home = scene.household();
                            Path file = home.ben().subscriptions();
                            scene.disk()
                                    .edit(
                                            file,
                                            lines -> SharedEntryFaults.without(
                                                    lines, home.team().nick()));
                            return scene.at(home.ben(), file);
                        }),
                edited(
                        "line-ends-of-windows",
                        LINE,
                        "shared-maildirs has the line ends of Windows: all folders vanish",
                        lines -> lines.replace("\n", "\r\n")),
                edited(
                        "line-to-nothing",
                        LINE,
                        "a line of shared-maildirs names a directory that is not there",
                        lines -> lines.replace("\n", ".old\n")),
                one(
                        "nick-with-dot",
                        LINE,
                        Effect.UNSEEN,
                        "a line of shared-maildirs has a nick with a dot: no program can open the folder",
                        scene -> {
                            Household home = scene.household();
                            Path file = home.cleo().subscriptions();
                            scene.disk().append(file, "no.1\t" + home.maildir(home.team()));
                            return scene.at(scene.household().cleo(), file);
                        }),
                one(
                        "line-without-path",
                        LINE,
                        Effect.UNSEEN,
                        "a line of shared-maildirs has a nick and no path",
                        scene -> {
                            Path file = scene.household().cleo().subscriptions();
                            scene.disk().append(file, "Team");
                            return scene.at(scene.household().cleo(), file);
                        }),
                one(
                                "subscriptions-of-root",
                                FILE,
                                Effect.UNSEEN,
                                "shared-maildirs belongs to root and can not be read: all folders vanish",
                                scene -> {
                                    Member ada = scene.household().ada();
                                    stranger(scene, ada.subscriptions());
                                    scene.disk().mode(ada.subscriptions(), 0600);
                                    return scene.at(ada, ada.subscriptions());
                                })
                        .needing(Need.ROOT),
                one("subscriptions-are-directory", FILE, Effect.UNSEEN, "shared-maildirs is a directory", scene -> {
                    Member ada = scene.household().ada();
                    scene.disk().remove(ada.subscriptions());
                    scene.disk().directory(ada.subscriptions(), 0700);
                    return scene.at(ada, ada.subscriptions());
                }),
                one(
                        "subscriptions-are-link",
                        FILE,
                        Effect.UNSEEN,
                        "shared-maildirs is a link to another file",
                        scene -> {
                            Member ada = scene.household().ada();
                            Path other = ada.store().resolve("shared-maildirs.old");
                            scene.disk().move(ada.subscriptions(), other);
                            scene.disk().link(ada.subscriptions(), other);
                            return scene.at(ada, ada.subscriptions());
                        }),
                one(
                        "stray-line",
                        STRAY,
                        Effect.LEAKED,
                        "a line of shared-maildirs has no seeAlso: who has left can still read",
                        scene -> {
                            Household home = scene.household();
                            Path file = home.cleo().subscriptions();
                            scene.disk().append(file, home.team().nick() + "\t" + home.maildir(home.team()));
                            return scene.at(scene.household().cleo(), file);
                        }),
                one(
                        "line-to-person",
                        STRAY,
                        Effect.LEAKED,
                        "a line of shared-maildirs leads to a person's mail",
                        scene -> {
                            Household home = scene.household();
                            Path file = home.cleo().subscriptions();
                            scene.disk().append(file, "Dora\t" + home.dora().store());
                            return scene.at(scene.household().cleo(), file);
                        }),
                one(
                        "same-folder-two-nicks",
                        "subscription-nick",
                        Effect.NONE,
                        "shared-maildirs has a shared account under a second nick: its reader sees it twice",
                        scene -> {
                            Household home = scene.household();
                            Path file = home.ada().subscriptions();
                            scene.disk().append(file, "Old_name\t" + home.maildir(home.gazette()));
                            return scene.at(home.ada(), file);
                        }),
                one(
                        "old-nick",
                        "subscription-nick",
                        Effect.NONE,
                        "a shared account was renamed, shared-maildirs has its old name",
                        scene -> {
                            Household home = scene.household();
                            Path file = home.ben().subscriptions();
                            scene.disk()
                                    .edit(
                                            file,
                                            lines -> lines.replace(home.team().nick(), "Old_name"));
                            return scene.at(home.ben(), file);
                        }),
                one("line-twice", "subscription-once", Effect.NONE, "a line stands twice in shared-maildirs", scene -> {
                    Household home = scene.household();
                    Path file = home.ada().subscriptions();
                    scene.disk().edit(file, lines -> lines + lines);
                    return scene.at(home.ada(), file);
                }),
                one(
                        "opened-folder-gone",
                        "opened-folder-present",
                        Effect.UNSEEN,
                        "a folder that was opened before is gone: its reader sees an empty one",
                        scene -> {
                            Household home = scene.household();
                            Path box = home.opened(home.ada(), home.gazette()).resolve("old.editions");
                            scene.disk().maildir(box, MaildirShape.PERSONAL);
                            scene.disk()
                                    .link(
                                            box.resolve("shared"),
                                            home.maildir(home.gazette()).resolve(".old.editions"));
                            return scene.at(home.ada(), box.resolve("shared"));
                        }),
                one(
                        "stray-opened-folder",
                        STRAY,
                        Effect.LEAKED,
                        "seeAlso and line are gone, and the folder that was opened before can still be read",
                        scene -> {
                            Household home = scene.household();
                            scene.delete(home.ada(), "seeAlso");
                            scene.disk().remove(home.ada().subscriptions());
                            return scene.at(home.ada(), home.opened(home.ada(), home.gazette()));
                        }));
    }

    private static FaultKind edited(String id, String rule, String sentence, UnaryOperator<String> change) {
        return one(id, rule, Effect.UNSEEN, sentence, scene -> {
            Member ada = scene.household().ada();
            scene.disk().edit(ada.subscriptions(), change);
            return scene.at(ada, ada.subscriptions());
        });
    }
}
