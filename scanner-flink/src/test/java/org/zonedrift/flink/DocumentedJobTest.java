package org.zonedrift.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.zonedrift.flink.cluster.Project;

/** What the documents tell people to submit, and the manifest that they show for Flink's Kubernetes operator. */
class DocumentedJobTest {

    private static final String JAR = "/zonedrift-flink.jar";

    /** What stands in place of the arguments of Flink's client. */
    private static final Pattern SUBMITTED = Pattern.compile(
            "^(?:.*/bin/flink run -p 2 \"\\$job\"|scripts/flink-cluster run -p 2 --) (.*)$", Pattern.MULTILINE);

    private static String text(String file) throws Exception {
        return Files.readString(Project.file(file));
    }

    private static Map<?, ?> part(Map<?, ?> whole, String... path) {
        Map<?, ?> part = whole;
        for (String key : path) {
            part = (Map<?, ?>) part.get(key);
            assertThat(part).as(key).isNotNull();
        }
        return part;
    }

    private static Map<?, ?> manifest() throws Exception {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text("docs/flink-kubernetes.yaml"));
    }

    @Test
    void theDeploymentIsOfTheVersionThatIsBuiltAgainst() throws Exception {
        Map<?, ?> manifest = manifest();
        assertThat(manifest.get("apiVersion")).isEqualTo("flink.apache.org/v1beta1");
        assertThat(manifest.get("kind")).isEqualTo("FlinkDeployment");
        String version = String.valueOf(part(manifest, "spec").get("flinkVersion"));
        assertThat(text("pom.xml"))
                .contains("<flink.version>" + version.substring(1).replace('_', '.') + ".");
    }

    @Test
    void theDeploymentRunsThisJobAndItTakesItsArguments() throws Exception {
        Map<?, ?> job = part(manifest(), "spec", "job");
        assertThat(job.get("entryClass")).isEqualTo(ScanJob.class.getName());
        assertThat(job.get("jarURI")).asString().endsWith(JAR);
        assertThat(text("scanner-flink/pom.xml")).contains(JAR);
        List<String> arguments =
                ((List<?>) job.get("args")).stream().map(String::valueOf).toList();
        JobOptions options = JobOptions.of(arguments, Path::of);
        assertThat(options.inputs).singleElement().asString().startsWith("file:///zones/");
        assertThat(options.results.folder).startsWith("file:///zones/");
    }

    @Test
    void theDeploymentHasSlotsForItsSubtasksAndKeepsCheckpointsOnTheClaim() throws Exception {
        Map<?, ?> settings = part(manifest(), "spec", "flinkConfiguration");
        int slots = Integer.parseInt(String.valueOf(settings.get("taskmanager.numberOfTaskSlots")));
        assertThat((Integer) part(manifest(), "spec", "job").get("parallelism") % slots)
                .isZero();
        assertThat(settings.get("execution.checkpointing.dir")).asString().startsWith("file:///zones/");
    }

    @Test
    void whatIsPastedIsUnderstoodByTheJob() throws Exception {
        for (String document : List.of("README.md", "docs/cluster.md")) {
            Matcher submitted = SUBMITTED.matcher(text(document));
            assertThat(submitted.find()).as(document).isTrue();
            List<String> arguments = Stream.of(
                            submitted.group(1).replace("\"", "").split(" "))
                    .filter(word -> !word.startsWith("@"))
                    .toList();
            JobOptions options = JobOptions.of(arguments, Path::of);
            assertThat(options.inputs).singleElement().asString().endsWith("/domains.txt");
            assertThat(options.results.folder).isEqualTo("file://$PWD/results");
        }
    }
}
