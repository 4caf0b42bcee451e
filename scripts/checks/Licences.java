import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Reads a CycloneDX bill of materials, prints the licence of everything in it, and fails where there is none, or one
 * that is not approved for a program under the Apache licence.
 *
 * <p>Usage: Licences BOM.xml
 */
public final class Licences {

    /** Of each component one of its licences must be here. Those of Logback and JLine let us choose. */
    private static final Set<String> APPROVED = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "CC0-1.0", "0BSD", "EPL-1.0",
            "EPL-2.0", "LGPL-2.1-only", "Unicode-3.0", "Unicode-DFS-2016", "Public Domain");

    public static void main(String[] args) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(args[0]).toFile());
        NodeList components = ofTheProgram(document.getDocumentElement()).getElementsByTagName("component");
        TreeMap<String, Set<String>> licences = new TreeMap<>();
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            licences.put(
                    text(component, "group") + ":" + text(component, "name") + ":" + text(component, "version"),
                    licencesOf(component));
        }
        List<String> unapproved = new ArrayList<>();
        licences.forEach((name, found) -> {
            System.out.printf("%-70s %s%n", name, String.join(" or ", found));
            if (!name.startsWith("org.zonedrift:") && found.stream().noneMatch(APPROVED::contains)) {
                unapproved.add(name + " is under " + found);
            }
        });
        System.out.println(licences.size() + " components");
        unapproved.forEach(System.out::println);
        System.exit(unapproved.isEmpty() && !licences.isEmpty() ? 0 : 1);
    }

    /** Not those of the tool that wrote the bill, which stand further down. */
    private static Element ofTheProgram(Element bill) {
        for (Node child = bill.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("components")) {
                return (Element) child;
            }
        }
        throw new IllegalArgumentException("a bill of materials without components");
    }

    private static Set<String> licencesOf(Element component) {
        Set<String> found = new TreeSet<>();
        NodeList licences = component.getElementsByTagName("license");
        for (int i = 0; i < licences.getLength(); i++) {
            Element licence = (Element) licences.item(i);
            found.add(text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
        }
        return found;
    }

    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
