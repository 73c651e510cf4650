package vmail.fault;

import static vmail.fault.FaultKind.one;
import static vmail.fault.FaultKind.several;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.rule.Effect;

/** Shared accounts and {@code seeAlso}, in the directory. */
final class SharedEntryFaults {

    private static final String SEE_ALSO = "seeAlso";
    private static final String BOX = "postOfficeBox";
    private static final String STORE = "mailMessageStore";

    private SharedEntryFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                        "see-also-nobody",
                        "see-also-exists",
                        Effect.UNSEEN,
                        "seeAlso names no account: a letter of it is wrong",
                        scene -> {
                            Household home = scene.household();
                            scene.add(
                                    home.cleo(),
                                    SEE_ALSO,
                                    dn(home, home.gazette().name() + "s"));
                            return scene.at(home.cleo());
                        }),
                one(
                        "see-also-person",
                        "see-also-shared",
                        Effect.LEAKED,
                        "seeAlso names a person: a script that follows it gives that person's mail away",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.cleo(), SEE_ALSO, home.dora().dn().toString());
                            return scene.at(home.cleo());
                        }),
                one("see-also-no-dn", "see-also-is-dn", Effect.BOUNCED, "seeAlso is a name and no DN", scene -> {
                            Household home = scene.household();
                            scene.add(home.cleo(), SEE_ALSO, home.gazette().name());
                            return scene.at(home.cleo());
                        })
                        .needing(Need.UNCHECKED_DIRECTORY),
                one(
                        "see-also-on-shared",
                        "see-also-on-personal-only",
                        Effect.UNSEEN,
                        "a shared account has seeAlso, which belongs on those who read it",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.team(), SEE_ALSO, home.cleo().dn().toString());
                            return scene.at(home.team());
                        }),
                one(
                        "no-readers",
                        "shared-has-readers",
                        Effect.UNSEEN,
                        "no seeAlso names the shared account: its mail arrives and nobody sees it",
                        scene -> {
                            Household home = scene.household();
                            scene.delete(home.ben(), SEE_ALSO, home.team().dn().toString());
                            scene.disk()
                                    .edit(
                                            home.ben().subscriptions(),
                                            lines -> without(lines, home.team().nick()));
                            return scene.at(home.team());
                        }),
                one(
                        "box-on-person",
                        "boxes-on-shared-only",
                        Effect.NONE,
                        "a person has postOfficeBox, which makes folders of shared accounts only",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.cleo(), BOX, "past.editions");
                            return scene.at(home.cleo());
                        }),
                one(
                        "box-is-uid",
                        "box-not-uid",
                        Effect.NONE,
                        "postOfficeBox names the folder that mail is delivered to once more",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.gazette(), BOX, home.gazette().uid());
                            return scene.at(home.gazette());
                        }),
                one(
                        "slash-in-box",
                        "folder-names",
                        Effect.UNSEEN,
                        "postOfficeBox has a slash: no folder can have such a name",
                        scene -> {
                            Household home = scene.household();
                            scene.add(home.team(), BOX, "past/editions");
                            return scene.at(home.team());
                        }),
                one(
                        "second-shared-name",
                        "single-cn",
                        Effect.NONE,
                        "a shared account has a second cn, by which nobody sees it",
                        scene -> {
                            Member team = scene.household().team();
                            scene.add(team, "cn", "Old " + team.name());
                            return scene.at(team);
                        }),
                several(
                        "dot-in-shared-name",
                        "shared-nick",
                        Effect.UNSEEN,
                        "the name of a shared account has a dot: nobody can subscribe to it",
                        SharedEntryFaults::dotted),
                several(
                        "same-nick",
                        "unique-nick",
                        Effect.UNSEEN,
                        "two shared accounts have names that differ in a blank only: readers see them as one",
                        SharedEntryFaults::sameNick),
                several(
                        "shared-store-depth",
                        "shared-store-place",
                        Effect.UNSEEN,
                        "the store of a shared account is not where links to shared folders are",
                        scene -> {
                            Household home = scene.household();
                            Member team = home.team();
                            Path elsewhere = scene.base()
                                    .path()
                                    .resolve(home.named("team"))
                                    .resolve(team.uid());
                            scene.replace(team, STORE, elsewhere + "/");
                            return List.of(
                                    scene.at(team),
                                    scene.at(team.store()).of("no-orphan-link", Effect.NONE),
                                    scene.at(home.maildir(team)).of("no-orphan-shared-maildir", Effect.LEAKED),
                                    scene.at(home.ben(), home.ben().subscriptions())
                                            .of("no-stray-subscription", Effect.LEAKED));
                        }),
                several(
                        "shared-maildir-of-two",
                        "own-shared-maildir",
                        Effect.LEAKED,
                        "two shared accounts have one directory: who reads one sees the folders of both",
                        scene -> together(scene, "inbox")),
                several(
                        "shared-folder-of-two",
                        "shared-folders-apart",
                        Effect.LEAKED,
                        "two shared accounts have one folder",
                        scene -> together(scene, "past.editions")));
    }

    private static String dn(Household home, String name) {
        return home.named(new RDN("cn", name)).toString();
    }

    static String without(String lines, String nick) {
        return lines.replaceAll("(?m)^" + nick + "\t.*\n", "");
    }

    /** Disk and subscriptions stay as they were. */
    private static List<Seeded> dotted(Scene scene) throws IOException, LDAPException {
        Household home = scene.household();
        RDN rdn = new RDN("cn", home.team().name() + " no.1");
        DN renamed = home.named(rdn);
        scene.rename(home.team(), rdn);
        scene.replace(home.ben(), SEE_ALSO, home.gazette().dn().toString(), renamed.toString());
        return List.of(scene.at(renamed));
    }

    private static List<Seeded> sameNick(Scene scene) throws IOException, LDAPException {
        Household home = scene.household();
        RDN rdn = new RDN("cn", home.gazette().nick());
        DN renamed = home.named(rdn);
        scene.rename(home.team(), rdn);
        scene.replace(home.ben(), SEE_ALSO, renamed.toString());
        scene.disk()
                .edit(
                        home.ben().subscriptions(),
                        lines -> home.gazette().nick() + "\t" + home.maildir(home.team()) + "\n");
        return List.of(scene.at(home.gazette()), scene.at(renamed));
    }

    /** Team moves to where the gazette is, with a folder of this name. */
    private static List<Seeded> together(Scene scene, String folder) throws IOException, LDAPException {
        Household home = scene.household();
        Member team = home.team();
        Path link = home.gazette().home().resolve(folder);
        Path place = home.maildir(home.gazette());
        scene.replace(team, "uid", folder);
        scene.replace(team, STORE, link + "/");
        scene.disk().remove(team.home());
        if (!home.boxes().contains(folder)) {
            scene.disk().move(home.folder(team), place.resolve("." + folder));
        }
        scene.disk().remove(home.maildir(team));
        scene.disk().link(link, place.resolve("." + folder));
        scene.disk()
                .edit(
                        home.ben().subscriptions(),
                        lines -> lines.replace(home.maildir(team).toString(), place.toString()));
        return List.of(scene.at(home.gazette()), scene.at(team));
    }
}
