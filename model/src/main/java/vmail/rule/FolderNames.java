package vmail.rule;

import java.util.List;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.account.FolderName;
import vmail.account.RecordKind;

/**
 * {@code uid} and {@code postOfficeBox} of a shared account are names that Courier can open as folders (howto 1.6, {@code maildirmake(1)}).
 *
 * <p>The uid is the folder mail is delivered to: under a name that can not be selected nobody ever reads it. Dots are allowed and make
 * levels, as in the howto's own {@code past.editions}.
 */
public record FolderNames() implements EntryRule {

    @Override
    public String id() {
        return "folder-names";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.UNSEEN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.SHARED) {
            return List.of();
        }
        return Stream.of("uid", "postOfficeBox")
                .flatMap(attribute -> candidate.values(attribute).stream()
                        .filter(name -> !name.isBlank() || !attribute.equals("uid"))
                        .distinct()
                        .flatMap(name -> FolderName.fault(name).stream()
                                .map(fault -> finding(
                                                candidate,
                                                "the folder name " + (attribute + " " + name).stripTrailing() + " "
                                                        + fault,
                                                "Choose a name of letters, digits, - and _; a dot makes a level")
                                        .about(attribute + " " + name))))
                .toList();
    }
}
