package vmail.reader.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmail.account.Unreadable.Problem;

/**
 * The records of one source in their order, none left out and none made up; one that can not be read never harms the next.
 */
public interface RawReader extends Closeable {

    /**
     * The next record; null at the end.
     *
     * @throws UnusableSource when the rest of the file can not be trusted
     */
    @Nullable
    RawRecord read() throws IOException;

    /** The columns of a table in their order, empty where one has no name; none for other formats. */
    List<String> titles();

    /**
     * What is worth knowing about the file as a whole, such as a count at its end that does not fit. Complete when {@link
     * #read} has given null.
     */
    List<Problem> notes();
}
