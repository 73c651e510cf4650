package vmail.report.run;

import java.util.List;
import java.util.function.Consumer;
import vmail.rule.Effect;

/** A run and what its audit saw of who may read which shared folder, which no database keeps. */
public record WithAccess(RunContents contents, List<FolderAccess> access) implements RunContents {

    public WithAccess {
        access = List.copyOf(access);
    }

    @Override
    public RunHead head() {
        return contents.head();
    }

    @Override
    public void findings(Consumer<RunFinding> out) {
        contents.findings(out);
    }

    @Override
    public void findings(Effect effect, Consumer<RunFinding> out) {
        contents.findings(effect, out);
    }

    @Override
    public void fixed(Consumer<RunFinding> out) {
        contents.fixed(out);
    }

    @Override
    public List<TrendPoint> trend() {
        return contents.trend();
    }
}
