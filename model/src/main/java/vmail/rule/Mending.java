package vmail.rule;

import java.util.Locale;

/** How far a program may put right what a rule found. Nothing is ever deleted, whatever the word. */
public enum Mending {
    /** {@code vmail repair} does it: creates what is missing, or changes what it has looked at again at that moment. */
    AUTOMATIC,
    /** {@code vmail repair --plan} does it once an administrator has named the finding. */
    PLANNED,
    /** Takes a decision that no program can make. */
    BY_HAND,
    /** Nothing needs to be done. */
    NEEDLESS;

    /** As reports write it: {@code by-hand}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
