package org.zonedrift.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textFromElsewhereCannotLeaveItsPlaceInThePage() {
        assertThat(Html.escaped("<img src=x onerror='alert(1)'> & \"quoted\""))
                .isEqualTo("&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; &quot;quoted&quot;");
    }

    @Test
    void embeddedJsonNeitherEndsNorHidesTheEndOfItsElement() {
        assertThat(Html.embedded("{\"resolver\": \"<!--<script></script>\"}"))
                .isEqualTo("{\"resolver\": \"\\u003c!--\\u003cscript>\\u003c/script>\"}");
    }
}
