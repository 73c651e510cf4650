package vmail.reader.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmail.account.Input;
import vmail.account.Unreadable.Problem;

/**
 * The records of one source, in their order; each is a candidate or an unreadable record, and one that is unreadable never
 * harms the next.
 */
public interface AccountReader extends Closeable {

    /**
     * The next record; null at the end, as Spring Batch's readers have it.
     *
     * @throws UnusableSource when the rest of the file can not be trusted, such as a byte that is not UTF-8
     */
    @Nullable
    Input read() throws IOException;

    /**
     * What is worth knowing about the file as a whole, such as a count at its end that does not fit. Complete when {@link
     * #read} has given null.
     */
    default List<Problem> notes() {
        return List.of();
    }
}
