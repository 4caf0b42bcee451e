package org.zonedrift.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.zonedrift.zone.DomainName;

class QuestionTemplateTest {

    private static final DomainName NAME = DomainName.parse("Zone.example");

    @Test
    void aPlainQuestionIsNothingButTheQuestion() throws Exception {
        Message question = written(QuestionTemplate.plain());

        assertThat(question.getHeader().getID()).isEqualTo(0xbeef);
        assertThat(question.getHeader().getFlag(Flags.RD)).isFalse();
        assertThat(question.getQuestion()).hasToString("zone.example.\t\t0\tIN\tSOA");
        assertThat(question.getOPT()).isNull();
    }

    @Test
    void aResolverIsAskedToRecurseAndNotToCheck() throws Exception {
        Message question = written(QuestionTemplate.plain().desiringRecursion().checkingDisabled());

        assertThat(question.getHeader().getFlag(Flags.RD)).isTrue();
        assertThat(question.getHeader().getFlag(Flags.CD)).isTrue();
    }

    @Test
    void optionsGoAlongEmpty() throws Exception {
        Message question = written(QuestionTemplate.plain().withEdns(Set.of(EdnsOption.values())));

        assertThat(question.getOPT().getPayloadSize()).isEqualTo(1232);
        assertThat(question.getOPT().getVersion()).isZero();
        assertThat(question.isSigned()).isFalse();
        assertThat(question.getOPT().getOptions())
                .extracting(EDNSOption::getCode)
                .containsExactly(3, 9, 19);
    }

    @Test
    void dnssecIsWantedOnlyWithEdns() throws Exception {
        Message question = written(QuestionTemplate.plain().withEdns(Set.of()).wantingDnssec());

        assertThat(question.getOPT().getFlags()).isEqualTo(0x8000);
        assertThatThrownBy(() -> QuestionTemplate.plain().wantingDnssec()).isInstanceOf(IllegalStateException.class);
    }

    private static Message written(QuestionTemplate template) throws Exception {
        ByteBuf buffer = Unpooled.buffer(template.sizeFor(NAME), template.sizeFor(NAME));
        template.write(buffer, 0xbeef, NAME, 6);
        assertThat(buffer.writableBytes()).isZero();
        return new Message(buffer.array());
    }
}
