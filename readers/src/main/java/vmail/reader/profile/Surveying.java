package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vmail.account.SourceLine;
import vmail.reader.profile.MappingOptions.MemberAliases;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;

/**
 * Reads sources for what must be known beforehand, once; twice where lists shall become aliases of their members, which must be
 * accounts then.
 */
final class Surveying {

    /** @param members as the list names them */
    private record MailList(SourceLine origin, List<String> addresses, List<String> members) {}

    private final Map<Source, Profile> profiles;
    private final ReadOptions options;
    private final Survey survey = new Survey();
    private final List<MailList> lists = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Surveying(Map<Source, Profile> profiles, ReadOptions options) {
        this.profiles = profiles;
        this.options = options;
    }

    /** Whether any record depends on another. */
    boolean isNeeded() {
        boolean readers = profiles.values().stream()
                .flatMap(profile -> profile.records().stream())
                .anyMatch(rule -> rule.is() == RecordRule.Kind.ALIAS
                        || !rule.readers().expressions().isEmpty());
        return readers || options.mapping().appendUid() || options.mapping().memberAliases() != MemberAliases.NONE;
    }

    Survey survey() throws IOException {
        forEach((mapper, record) -> learn(mapper, mapper.fields(record)));
        if (!lists.isEmpty()) {
            express();
        }
        return survey;
    }

    private void learn(AccountMapper mapper, Fields fields) {
        mapper.rule(fields).ifPresent(rule -> {
            switch (rule.is()) {
                case LIST, ALIAS -> learnList(rule, fields);
                case DOMAIN -> rule.domains().values(fields).forEach(survey::domain);
                case SHARED -> learnReaders(mapper, rule, fields);
                case ACCOUNT -> learnName(mapper, fields, rule);
                case SKIP, LOSS -> {
                    // nothing that another record needs
                }
            }
        });
    }

    private void learnList(RecordRule rule, Fields fields) {
        MemberAliases wanted = options.mapping().memberAliases();
        List<String> addresses = rule.address().values(fields);
        List<String> members = rule.members().values(fields);
        boolean alias = rule.is() == RecordRule.Kind.ALIAS;
        boolean fits = wanted == MemberAliases.ALL ? !members.isEmpty() : members.size() == 1;
        if ((alias || wanted != MemberAliases.NONE) && fits && !addresses.isEmpty()) {
            lists.add(new MailList(fields.raw().origin(), addresses, members));
        }
    }

    private void learnReaders(AccountMapper mapper, RecordRule rule, Fields fields) {
        mapper.cn(fields, rule)
                .ifPresent(cn -> rule.readers().values(fields).forEach(reader -> survey.reader(reader, cn)));
    }

    private void learnName(AccountMapper mapper, Fields fields, RecordRule rule) {
        if (options.mapping().appendUid()) {
            mapper.cn(fields, rule)
                    .filter(cn -> !seen.add(cn.toLowerCase(Locale.ROOT)))
                    .ifPresent(survey::sharedName);
        }
    }

    /** Lists all of whose members are accounts. */
    private void express() throws IOException {
        Set<String> wanted = new HashSet<>();
        lists.forEach(list -> list.members().forEach(member -> wanted.add(Survey.key(member))));
        Set<String> found = new HashSet<>();
        forEach((mapper, record) -> {
            Fields fields = mapper.fields(record);
            Set<String> keys = mapper.accountKeys(fields);
            survey.account(keys);
            keys.stream().filter(wanted::contains).forEach(found::add);
        });
        for (MailList list : lists) {
            if (list.members().stream().map(Survey::key).allMatch(found::contains)) {
                survey.expressed(list.origin());
                for (String member : list.members()) {
                    list.addresses().forEach(address -> survey.alias(member, address));
                }
            }
        }
    }

    private void forEach(java.util.function.BiConsumer<AccountMapper, RawRecord> consumer) throws IOException {
        for (Map.Entry<Source, Profile> each : profiles.entrySet()) {
            Source source = each.getKey();
            DN base = Mapping.base(source, options);
            AccountMapper mapper = new AccountMapper(each.getValue(), options, base, Survey.NONE);
            readable(source, each.getValue(), record -> consumer.accept(mapper, record));
        }
    }

    private static void readable(Source source, Profile profile, Consumer<RawRecord> consumer) throws IOException {
        RawReader raw = source.openRaw(profile.rows().options(profile.columns()));
        try (JoinedRows rows = new JoinedRows(raw, profile)) {
            for (JoinedRows.Row row = rows.read(); row != null; row = rows.read()) {
                if (row.record().isReadable() && !row.isFurther()) {
                    consumer.accept(row.record());
                }
            }
        }
    }
}
