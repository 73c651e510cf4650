package vmail.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who mistyped a word. */
public final class Spelling {

    private static final int NEAR = 2;

    private Spelling() {}

    /** The nearest of the words, if it takes two changes at most and leaves at least half of the word alone. */
    public static Optional<String> near(String word, Collection<String> words) {
        return words.stream()
                .filter(known -> alike(word, known))
                .min(Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(known -> known));
    }

    static boolean alike(String word, String known) {
        return Math.abs(known.length() - word.length()) <= NEAR
                && distance(word, known) <= Math.min(NEAR, known.length() / 2);
    }

    public static String nearest(String word, Collection<String> words) {
        return words.stream()
                .min(Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(known -> known))
                .orElseThrow();
    }

    /** Letters to insert, drop, replace or swap with the next one (Damerau, restricted). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
