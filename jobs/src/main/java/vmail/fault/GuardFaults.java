package vmail.fault;

import static vmail.fault.FaultKind.one;

import java.util.List;
import vmail.rule.Effect;

/** What all accounts stand on. The audit says what it is and nothing about accounts: they would all look broken. */
final class GuardFaults {

    private static final String USABLE = "mail-base-usable";

    private GuardFaults() {}

    static List<FaultKind> all() {
        return List.of(
                one(
                                "base-missing",
                                USABLE,
                                Effect.DEFERRED,
                                "the mail base is missing: perhaps it is not mounted",
                                scene -> {
                                    scene.disk().unmount();
                                    return scene.at(scene.base().path());
                                })
                        .needing(Need.ALONE),
                one("base-is-file", USABLE, Effect.DEFERRED, "the mail base is a file", scene -> {
                            scene.disk().unmount();
                            scene.disk().file(scene.base().path(), "", 0600);
                            return scene.at(scene.base().path());
                        })
                        .needing(Need.ALONE),
                one(
                                "base-not-writable",
                                USABLE,
                                Effect.DEFERRED,
                                "the mail owner may not write into the mail base",
                                scene -> {
                                    scene.disk().mode(scene.base().path(), 0555);
                                    return scene.at(scene.base().path());
                                })
                        .needing(Need.ALONE));
    }
}
