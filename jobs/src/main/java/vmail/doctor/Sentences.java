package vmail.doctor;

import vmail.account.Origin;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;

/** Messages of exceptions, which say what is wrong and in their last sentence what to do, as findings. */
final class Sentences {

    private Sentences() {}

    /** @param remedy empty when the message has one itself */
    static Finding finding(SurroundingsRule rule, Origin origin, String message, String remedy) {
        String text = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        int last = text.lastIndexOf(". ");
        if (!remedy.isEmpty()) {
            return rule.finding(origin, text, remedy);
        }
        return last < 0
                ? rule.finding(origin, text, "Correct the settings")
                : rule.finding(origin, text.substring(0, last), text.substring(last + 2));
    }
}
