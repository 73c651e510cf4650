package vmail.report.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.DirectoryRule;
import vmail.rule.DomainRule;
import vmail.rule.EntryRule;
import vmail.rule.MailRule;
import vmail.rule.Rule;
import vmail.rule.Rules;
import vmail.rule.RunRule;
import vmail.rule.StoreRule;

/** Which rules a run had to judge, and whether it did: one that has no finding holds only if it was judged of everything. */
record JudgedRules(RunHead head) {

    /** About what belongs to nobody, which an audit of a part does not tell. */
    private static final Set<StoreRule> OF_NOBODY = EnumSet.of(
            StoreRule.NO_ORPHAN_MAILDIR,
            StoreRule.NO_ORPHAN_LINK,
            StoreRule.NO_ORPHAN_SHARED_MAILDIR,
            StoreRule.NO_ORPHAN_FOLDER,
            StoreRule.NO_STRAY_FILE,
            StoreRule.NO_COMMA_DIRECTORY,
            StoreRule.STORE_NOT_RENAMED,
            StoreRule.NAMES_APART);

    /** In the order of the catalogue. */
    List<Rule> all() {
        return Rules.catalogue().stream().filter(this::belongs).toList();
    }

    private boolean belongs(Rule rule) {
        boolean audits = head.run().verdict().isPresent() || head.isAudit();
        boolean reads = head.run().counts().isPresent();
        if (rule instanceof StoreRule || rule instanceof MailRule) {
            return audits;
        }
        if (rule instanceof EntryRule || rule instanceof DirectoryRule || rule instanceof DomainRule) {
            return audits || reads;
        }
        return rule instanceof RunRule && reads;
    }

    /** Why a rule without a finding does not count as one that holds; empty if it does. */
    String notJudged(Rule rule) {
        if (!endedWell()) {
            return "not everything was seen";
        }
        if (rule instanceof MailRule && !head.run().looksAtMessages()) {
            return "judged by vmail audit --deep only";
        }
        if (rule instanceof DomainRule && head.isAudit() && !head.run().looksAtDomains()) {
            return "no system base is set, where accepted domains would be";
        }
        if (rule instanceof DomainRule && !head.run().isOfAll()) {
            return "an audit of a part does not judge the accepted domains";
        }
        if (rule instanceof StoreRule place
                && OF_NOBODY.contains(place)
                && !head.run().isOfAll()) {
            return "an audit of a part tells nothing about what belongs to nobody";
        }
        return "";
    }

    /** Whether the run came to its end and saw everything. */
    boolean endedWell() {
        RunSummary run = head.run();
        return head.isAudit()
                ? head.comparison().conclusive()
                : run.state().equals(RunSummary.DONE) && head.reasons().isEmpty();
    }
}
