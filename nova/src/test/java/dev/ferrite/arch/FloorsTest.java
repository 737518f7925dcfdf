package dev.ferrite.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house: five floors, arrows only down, no cycle between the packages of a floor. */
class FloorsTest {
    private static final List<String> FLOORS = List.of("offheap", "locks", "runtime", "drm", "nova");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.ferrite");

    private static String floor(String name) {
        return "dev.ferrite." + name + "..";
    }

    @ParameterizedTest
    @ValueSource(strings = {"offheap", "locks", "runtime", "drm", "nova"})
    void everyFloorHasClasses(String floor) {
        assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith("dev.ferrite." + floor)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offheap", "locks", "runtime", "drm"})
    void noFloorKnowsTheOnesAbove(String floor) {
        String[] above = FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size()).stream()
                .map(FloorsTest::floor)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(floor(floor))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .check(CLASSES);
    }

    @Test
    void anArrowUpWouldBeFound() {
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage(floor("nova"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(floor("drm"))
                        .check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offheap", "locks", "runtime", "drm", "nova"})
    void packagesOfAFloorHaveNoCycle(String floor) {
        slices().assignedFrom(new PackagesOf("dev.ferrite." + floor))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nobodyUsesUnsafeOrTheInsidesOfTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun.misc..", "jdk.internal..", "sun.nio..")
                .check(CLASSES);
    }

    @Test
    void thePictureKnowsNothingOfTheDevice() {
        noClasses()
                .that()
                .resideInAPackage("dev.ferrite.nova.boot.scene..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        floor("offheap"), floor("locks"), floor("runtime"), floor("drm"), "dev.ferrite.nova.client..")
                .check(CLASSES);
    }

    @Test
    void theClientKnowsNothingOfTheDriver() {
        noClasses()
                .that()
                .resideInAPackage("dev.ferrite.nova.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ferrite.nova", "dev.ferrite.drm.core..", "dev.ferrite.drm.gem..")
                .check(CLASSES);
    }

    /** One slice a package, of one floor only. */
    private record PackagesOf(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }
}
