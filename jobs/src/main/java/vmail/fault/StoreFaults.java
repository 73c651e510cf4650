package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.FaultKind.several;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.rule.Effect;

/** {@code mailMessageStore} of people. */
final class StoreFaults {

    private static final String STORE = "mailMessageStore";
    private static final String WELL_FORMED = "store-well-formed";
    private static final String ORPHAN = "no-orphan-maildir";

    private StoreFaults() {}

    static List<FaultKind> all() {
        return List.of(
                several(
                        "no-store",
                        "required-attributes",
                        Effect.BOUNCED,
                        "mailMessageStore is missing",
                        scene -> moved(scene, scene.household().cleo())),
                several(
                        "store-differs-in-case",
                        "unique-store-by-case",
                        Effect.NONE,
                        "two stores differ in upper and lower case only",
                        scene -> {
                            Household home = scene.household();
                            Path twin = scene.base().path().resolve(home.named("Dora"));
                            scene.replace(home.emil(), STORE, twin.resolve("Maildir") + "/");
                            scene.disk().move(home.emil().home(), twin);
                            return List.of(
                                    scene.at(home.dora()),
                                    scene.at(home.emil()),
                                    scene.at(twin).of("names-apart", Effect.UNSEEN));
                        }),
                several(
                                "two-stores",
                                WELL_FORMED,
                                Effect.LOST,
                                "mailMessageStore has two values: Postfix joins them to a path that nobody reads",
                                scene -> {
                                    Household home = scene.household();
                                    String other = home.cleo().home().resolve("Second") + "/";
                                    scene.add(home.cleo(), STORE, other);
                                    return List.of(scene.at(home.cleo()));
                                })
                        .needing(Need.UNCHECKED_DIRECTORY),
                one(
                        "no-slash",
                        WELL_FORMED,
                        Effect.DEFERRED,
                        "mailMessageStore has no slash at its end: Postfix wants to write a file where the maildir is",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.replace(cleo, STORE, cleo.store().toString());
                            return scene.at(cleo);
                        }),
                one(
                        "no-slash-no-maildir",
                        WELL_FORMED,
                        Effect.LOST,
                        "mailMessageStore has no slash at its end, and no maildir: Postfix writes an mbox that nobody reads",
                        scene -> {
                            Member emil = scene.household().emil();
                            scene.replace(emil, STORE, emil.store().toString());
                            scene.disk().remove(emil.store());
                            return scene.at(emil);
                        }),
                one(
                        "no-first-slash",
                        WELL_FORMED,
                        Effect.NOLOGIN,
                        "mailMessageStore has lost its first slash",
                        scene -> {
                            Member cleo = scene.household().cleo();
                            scene.replace(cleo, STORE, cleo.storeValue().substring(1));
                            return scene.at(cleo);
                        }),
                several(
                        "relative-store",
                        WELL_FORMED,
                        Effect.DEFERRED,
                        "mailMessageStore is relative: Postfix takes it from /",
                        scene -> moved(scene, scene.household().cleo(), "cleo/Maildir/")),
                several(
                        "dots-in-store",
                        WELL_FORMED,
                        Effect.DEFERRED,
                        "mailMessageStore has .. in it and leaves the mail base",
                        scene -> moved(scene, scene.household().cleo(), scene.base() + "/../cleo/Maildir/")),
                several(
                        "outside-base",
                        WELL_FORMED,
                        Effect.DEFERRED,
                        "mailMessageStore is not below the mail base",
                        scene -> moved(scene, scene.household().cleo(), "/srv/mail/cleo/Maildir/")),
                one(
                        "blank-in-store",
                        WELL_FORMED,
                        Effect.NONE,
                        "mailMessageStore has a blank: mail arrives, scripts break",
                        scene -> renamed(scene, " cleo")),
                one(
                        "comma-in-store",
                        WELL_FORMED,
                        Effect.NONE,
                        "mailMessageStore has a comma: it looks like two stores",
                        scene -> renamed(scene, ",cleo")),
                several(
                        "long-name",
                        WELL_FORMED,
                        Effect.DEFERRED,
                        "a name in mailMessageStore is longer than any directory's can be",
                        scene -> moved(
                                scene, scene.household().cleo(), scene.base() + "/" + "c".repeat(256) + "/Maildir/")),
                several(
                        "same-store",
                        "unique-store",
                        Effect.LEAKED,
                        "two people have the same store: each reads the other's mail",
                        scene -> {
                            Household home = scene.household();
                            scene.replace(home.emil(), STORE, home.cleo().storeValue());
                            return List.of(
                                    scene.at(home.cleo()),
                                    scene.at(home.emil()),
                                    orphan(scene, home.emil().store()).with(Effect.NONE));
                        }),
                several(
                        "nested-store",
                        "store-not-nested",
                        Effect.LEAKED,
                        "a store lies inside another person's maildir, who reads it as a folder",
                        scene -> {
                            Household home = scene.household();
                            Path inside = home.cleo().store().resolve("emil");
                            scene.replace(home.emil(), STORE, inside + "/");
                            scene.disk().move(home.emil().store(), inside);
                            scene.disk().remove(home.emil().home());
                            return List.of(scene.at(home.emil()));
                        }),
                several(
                        "person-among-shared",
                        "personal-store-place",
                        Effect.LEAKED,
                        "a person's store is among the shared folders",
                        scene -> {
                            Household home = scene.household();
                            Path there = scene.base()
                                    .sharedRoot()
                                    .resolve(home.named("cleo"))
                                    .resolve("Maildir");
                            return moved(scene, home.cleo(), there + "/");
                        }));
    }

    /** The entry names another place; the maildir stays without an account. */
    private static List<Seeded> moved(Scene scene, Member member, String... store) throws LDAPException {
        scene.replace(member, STORE, store);
        return List.of(scene.at(member), orphan(scene, member.store()));
    }

    private static Seeded orphan(Scene scene, Path maildir) {
        // new mail shows that somebody is missed
        return scene.at(maildir).of(ORPHAN, Effect.BOUNCED);
    }

    /** Entry and maildir agree on a name that is none. */
    private static Seeded renamed(Scene scene, String suffix) throws IOException, LDAPException {
        Member cleo = scene.household().cleo();
        Path home = cleo.home().resolveSibling(scene.household().named("cleo") + suffix);
        scene.disk().move(cleo.home(), home);
        scene.replace(cleo, STORE, home + "/Maildir/");
        return scene.at(cleo);
    }
}
