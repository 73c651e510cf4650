package vmail.inspect;

import java.util.List;

/**
 * All files, and what a check of them together would give.
 *
 * @param remarks on how they were looked at
 */
public record Inspection(List<Inspected> files, Forecast check, List<String> remarks) {}
