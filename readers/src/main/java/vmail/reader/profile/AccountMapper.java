package vmail.reader.profile;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.Loss;
import vmail.account.LossKind;
import vmail.account.SetAside;
import vmail.account.Unreadable;
import vmail.account.Unreadable.Problem;
import vmail.reader.profile.StatusRule.Outcome;
import vmail.reader.source.RawRecord;
import vmail.reader.source.ReadOptions;

/** Makes of every record what its profile says: an account, something set aside, or something that can not be read. */
final class AccountMapper {

    private final Profile profile;
    private final ReadOptions options;
    private final Survey survey;
    private final DN base;
    private final Names names;
    private final LostValues lost;
    private final Addresses addresses;

    AccountMapper(Profile profile, ReadOptions options, DN base, Survey survey) {
        this.profile = profile;
        this.options = options;
        this.survey = survey;
        this.base = base;
        this.names = new Names(profile.synonyms());
        this.lost = new LostValues(profile, names, options.mapping().named());
        this.addresses = new Addresses(options.mapping().defaultDomain());
    }

    Fields fields(RawRecord raw) {
        return new Fields(raw, names, options.mapping().defaultDomain());
    }

    /** The first rule that holds; empty when none does. */
    Optional<RecordRule> rule(Fields fields) {
        return profile.records().stream()
                .filter(rule -> rule.when().holds(fields))
                .findFirst();
    }

    Input map(RawRecord raw) {
        String dn = raw.dn().orElse("");
        if (!raw.isReadable()) {
            return new Unreadable(raw.origin(), dn, raw.problems(), Optional.empty());
        }
        Fields fields = fields(raw);
        Optional<RecordRule> found = rule(fields);
        if (found.isEmpty()) {
            return SetAside.skipped(raw.origin(), dn, "");
        }
        RecordRule rule = found.get();
        return switch (rule.is()) {
            case ACCOUNT, SHARED -> account(fields, rule);
            case ALIAS -> alias(fields, rule);
            case LIST -> list(fields, rule);
            case DOMAIN ->
                new SetAside(
                        raw.origin(),
                        dn,
                        SetAside.Kind.SKIPPED,
                        rule.reason(),
                        List.of(),
                        rule.domains().values(fields).stream()
                                .map(Addresses::domain)
                                .toList());
            case SKIP -> SetAside.skipped(raw.origin(), dn, rule.reason());
            case LOSS -> SetAside.lost(raw.origin(), dn, rule.reason(), lost.of(fields));
        };
    }

    /** The name that an account or shared account of this record gets, were it alone. */
    Optional<String> cn(Fields fields, RecordRule rule) {
        Map<String, Sources> set = new LinkedHashMap<>(profile.set());
        set.putAll(rule.set());
        List<String> all = set.getOrDefault("cn", Sources.NONE).values(fields);
        return fields.naming("cn")
                .map(String::strip)
                .filter(all::contains)
                .or(() -> all.stream().findFirst());
    }

    /** The words that name the account this record becomes; none when it becomes no account. */
    Set<String> accountKeys(Fields fields) {
        boolean account = rule(fields)
                .filter(rule -> rule.is() == RecordRule.Kind.ACCOUNT || rule.is() == RecordRule.Kind.SHARED)
                .isPresent();
        if (!account || !(map(fields.raw()) instanceof Candidate candidate)) {
            return Set.of();
        }
        return candidate.values("mail").isEmpty()
                ? Set.of()
                : Survey.keys(fields, candidate.values("uid"), candidate.values("mail"));
    }

    /** A row of its own for an alias: the account that it leads to has it already. */
    private Input alias(Fields fields, RecordRule rule) {
        RawRecord raw = fields.raw();
        List<String> address = rule.address().values(fields);
        List<String> members = rule.members().values(fields);
        if (address.isEmpty() || members.size() != 1 || survey.isExpressed(raw.origin())) {
            return list(fields, rule);
        }
        String target = members.get(0);
        if (survey.isLocal(target, address.get(0))) {
            return Unreadable.of(
                    raw.origin(),
                    "the alias %s is for %s, which is no account of the sources".formatted(address.get(0), target),
                    "Add the account, or remove the alias");
        }
        return SetAside.lost(
                raw.origin(),
                raw.dn().orElse(""),
                "forwards mail for %s to %s".formatted(address.get(0), target),
                lost.of(fields));
    }

    private Input list(Fields fields, RecordRule rule) {
        RawRecord raw = fields.raw();
        String dn = raw.dn().orElse("");
        List<String> address = rule.address().values(fields);
        if (address.isEmpty()) {
            return SetAside.skipped(raw.origin(), dn, "");
        }
        if (survey.isExpressed(raw.origin())) {
            return SetAside.skipped(
                    raw.origin(),
                    dn,
                    "its address %s is an alias of its members".formatted(String.join(", ", address)));
        }
        String what = rule.reason().isEmpty() ? "is a list" : rule.reason();
        return SetAside.lost(
                raw.origin(),
                dn,
                "%s and gets mail at %s".formatted(what, String.join(", ", address)),
                lost.of(fields));
    }

    private Input account(Fields fields, RecordRule rule) {
        RawRecord raw = fields.raw();
        String dn = raw.dn().orElse("");
        List<Loss> losses = new ArrayList<>(lost.of(fields));
        Outcome outcome = rule.is() == RecordRule.Kind.SHARED ? Outcome.SHARED : outcome(fields, losses);
        if (outcome == Outcome.SKIP || outcome == Outcome.LOSS) {
            String reason = "its status in the old system says so";
            return outcome == Outcome.SKIP
                    ? SetAside.skipped(raw.origin(), dn, reason)
                    : SetAside.lost(raw.origin(), dn, reason, losses);
        }
        AccountForm form = new AccountForm(base, options);
        keep(fields, form, losses);
        set(fields, rule, form, losses);
        form.put("accountStatus", List.of(outcome.word().replaceFirst("-.*", "")));
        if (outcome == Outcome.ACTIVE || outcome == Outcome.INACTIVE) {
            password(fields, form, losses);
        } else if (outcome == Outcome.ACTIVE_WITHOUT_PASSWORD) {
            losses.add(new Loss(LossKind.SERVICE_SWITCH, "userPassword", "left out: nobody may log in, mail arrives"));
        }
        form.fillDefaults();
        name(fields, form);
        if (form.values("cn").isEmpty()) {
            Problem problem = new Problem(
                    raw.origin(),
                    "the record has no name (cn)",
                    "Give it one, or use --derive-names for the local part");
            return new Unreadable(raw.origin(), dn, List.of(problem), Optional.empty());
        }
        form.fillStore();
        return new Candidate(
                form.entry(),
                raw.origin(),
                losses,
                profile.oldStore().values(fields).stream().findFirst());
    }

    private void set(Fields fields, RecordRule rule, AccountForm form, List<Loss> losses) {
        Map<String, Sources> set = new LinkedHashMap<>(profile.set());
        set.putAll(rule.set());
        for (String option : options.mapping().named()) {
            profile.optional()
                    .getOrDefault(option, Map.of())
                    .forEach((attribute, more) -> set.merge(attribute, more, Sources::and));
        }
        set.forEach((attribute, sources) -> form.put(attribute, sources.values(fields)));
        List<String> mail = addresses.mail(form.values("mail"), form.values("uid"));
        form.put("mail", mail);
        Set<String> keys = Survey.keys(fields, form.values("uid"), mail);
        List<String> aliases = new ArrayList<>(form.values("mailAlternateAddress"));
        aliases.addAll(survey.aliases(keys));
        List<String> sound = addresses.aliases(aliases, mail, losses);
        form.clear("mailAlternateAddress");
        form.put("mailAlternateAddress", sound);
        form.put(
                "seeAlso",
                survey.sharedFor(keys).stream()
                        .map(cn -> AccountForm.named(base, cn).toString())
                        .toList());
        form.put("ou", ou());
    }

    /** The name of the entry comes first; the others stay, for address books. */
    private void name(Fields fields, AccountForm form) {
        if (options.mapping().deriveNames() && form.values("cn").isEmpty()) {
            form.put(
                    "cn",
                    form.first("mail").map(mail -> mail.replaceFirst("@.*", "")).stream()
                            .toList());
        }
        Optional<String> first = form.first("cn");
        if (options.mapping().deriveNames() && form.values("sn").isEmpty()) {
            form.put(
                    "sn",
                    first.map(cn -> cn.substring(cn.lastIndexOf(' ') + 1)).stream()
                            .toList());
        }
        Set<String> all = new LinkedHashSet<>();
        fields.naming("cn")
                .map(String::strip)
                .filter(form.values("cn")::contains)
                .ifPresent(all::add);
        all.addAll(form.values("cn"));
        Optional<String> uid = form.first("uid");
        if (!all.isEmpty()
                && uid.isPresent()
                && survey.isSharedName(all.iterator().next())) {
            String cn = all.iterator().next();
            all.remove(cn);
            Set<String> distinct = new LinkedHashSet<>(List.of(cn + " (" + uid.get() + ")"));
            distinct.addAll(all);
            form.put("cn", List.copyOf(distinct));
        } else {
            form.put("cn", List.copyOf(all));
        }
    }

    private Outcome outcome(Fields fields, List<Loss> losses) {
        for (StatusRule rule : profile.status()) {
            Optional<Outcome> outcome = rule.outcome(fields);
            if (outcome.isPresent()) {
                if (rule.isUnknown(fields)) {
                    losses.add(new Loss(
                            LossKind.ATTRIBUTE,
                            "status",
                            "not known, taken for " + outcome.get().word()));
                }
                return outcome.get();
            }
        }
        return Outcome.ACTIVE;
    }

    private void password(Fields fields, AccountForm form, List<Loss> losses) {
        List<String> taken = new ArrayList<>();
        for (Expression source : profile.password().expressions()) {
            for (String value : source.values(fields)) {
                ForeignPassword password = ForeignPassword.of(value);
                password.value().ifPresent(taken::add);
                if (password.value().isEmpty()) {
                    losses.add(new Loss(LossKind.PASSWORD, "userPassword", password.why()));
                }
            }
            if (!taken.isEmpty()) {
                break;
            }
        }
        form.put("userPassword", taken);
    }

    private void keep(Fields fields, AccountForm form, List<Loss> losses) {
        for (String attribute : profile.keep()) {
            List<String> values = fields.values(attribute);
            if (!values.isEmpty()) {
                KeptValues checked = KeptValues.of(attribute, values);
                form.put(attribute, checked.kept());
                if (!checked.refused().isEmpty()) {
                    losses.add(LostValues.attribute(attribute, checked.refused()));
                }
            }
        }
    }

    private List<String> ou() {
        RDN rdn = base.getRDN();
        List<String> ou = new ArrayList<>();
        if (rdn != null) {
            for (Attribute attribute : rdn.getAttributes()) {
                if (attribute.getName().equalsIgnoreCase("ou")) {
                    ou.add(attribute.getValue());
                }
            }
        }
        return ou;
    }
}
