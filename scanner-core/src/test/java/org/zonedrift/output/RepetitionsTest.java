package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

class RepetitionsTest {

    private static final int RECORDS = 2_000;

    private final RecordWriter writer = new RecordWriter("", RecordWriter.InputFiles.ONE);

    @Test
    void aRecordIsTheSameWhateverWasWrittenBefore() {
        List<ZoneReport> reports = List.copyOf(Situations.all().values());
        Random random = new Random(1);
        JsonBytes used = new JsonBytes();
        for (int i = 0; i < RECORDS; i++) {
            ZoneReport report = reports.get(random.nextInt(reports.size()));
            assertThat(lineIn(used, report)).isEqualTo(lineIn(new JsonBytes(), report));
            if (random.nextInt(10) == 0) {
                used.clear();
            }
        }
    }

    private String lineIn(JsonBytes json, ZoneReport report) {
        int from = json.length();
        writer.write(report, json);
        return new String(json.octets(), from, json.length() - from, StandardCharsets.UTF_8);
    }

    @Test
    void aPhraseStandsOnlyForItsOwnNumber() {
        Phrases phrases = new Phrases();
        phrases.keep(1, new byte[] {1});
        phrases.keep(1 << 6, new byte[] {2});

        assertThat(phrases.of(1)).isNull();
        assertThat(phrases.of(1 << 6)).containsExactly(2);
    }

    @Test
    void whatIsTooRareHasNoPhrase() {
        assertThat(new Phrases().of(Phrases.NONE)).isNull();
    }

    @Test
    void onlyTheVeryObjectThatCameLastIsTold() {
        LastOne last = new LastOne();
        List<String> first = new ArrayList<>();
        last.keep(first, new byte[] {1});

        assertThat(last.telling(first)).containsExactly(1);
        assertThat(last.telling(new ArrayList<>())).isNull();
    }

    @Test
    void whatWasWrittenLongAgoIsWrittenAnew() {
        List<String> operators = new ArrayList<>();
        List<DomainName> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            operators.add("operator " + i);
            names.add(DomainName.parse("ns" + i + ".example"));
        }
        Random random = new Random(2);
        JsonBytes json = new JsonBytes();
        List<String> told = new ArrayList<>();
        json.beginArray();
        for (int i = 0; i < RECORDS; i++) {
            int which = random.nextInt(1 + random.nextInt(20));
            if (random.nextBoolean()) {
                json.repetitions().recent().text(operators.get(which));
                told.add('"' + operators.get(which) + '"');
            } else {
                json.repetitions().recent().name(names.get(which));
                told.add("\"" + names.get(which) + '"');
            }
        }
        assertThat(new String(json.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("[" + String.join(",", told));
    }

    @Test
    void aMailboxIsNotTakenForTheNameThatItWasMadeOf() {
        DomainName rname = DomainName.parse("hostmaster.example");
        JsonBytes json = new JsonBytes();
        Recent recent = json.repetitions().recent();
        json.beginArray();
        recent.plainMailbox(rname);
        recent.name(rname);
        json.comma();
        recent.plainMailbox(rname);
        recent.name(rname);

        assertThat(new String(json.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("[\"hostmaster@example\",\"hostmaster.example\","
                        + "\"hostmaster@example\",\"hostmaster.example\"");
    }
}
