<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnnotationImportDialog</name>
    <message numerus="yes">
        <source>%n tags were taken in</source>
        <translation>
            <numerusform>%n tag was taken in</numerusform>
            <numerusform>%n tags were taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new tags</source>
        <translation>
            <numerusform>%n new tag</numerusform>
            <numerusform>%n new tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found again at another place</source>
        <translation>
            <numerusform>%n found again at another place</numerusform>
            <numerusform>%n found again at other places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationPanel</name>
    <message numerus="yes">
        <source>Remove %n annotations</source>
        <translation>
            <numerusform>Remove annotation</numerusform>
            <numerusform>Remove %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n annotations</source>
        <translation>
            <numerusform>More than %n annotation</numerusform>
            <numerusform>More than %n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>Accept %n suggestions of “%1”?</source>
        <translation>
            <numerusform>Accept %n suggestion of “%1”?</numerusform>
            <numerusform>Accept %n suggestions of “%1”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions of “%1”?</source>
        <translation>
            <numerusform>Reject %n suggestion of “%1”?</numerusform>
            <numerusform>Reject %n suggestions of “%1”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions?</source>
        <translation>
            <numerusform>Accept %n suggestion?</numerusform>
            <numerusform>Accept %n suggestions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions with the tag “%1”?</source>
        <translation>
            <numerusform>Accept %n suggestion with the tag “%1”?</numerusform>
            <numerusform>Accept %n suggestions with the tag “%1”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions?</source>
        <translation>
            <numerusform>Reject %n suggestion?</numerusform>
            <numerusform>Reject %n suggestions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions with the tag “%1”?</source>
        <translation>
            <numerusform>Reject %n suggestion with the tag “%1”?</numerusform>
            <numerusform>Reject %n suggestions with the tag “%1”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions on the part of the page in view?</source>
        <translation>
            <numerusform>Accept %n suggestion on the part of the page in view?</numerusform>
            <numerusform>Accept %n suggestions on the part of the page in view?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions on the part of the page in view?</source>
        <translation>
            <numerusform>Reject %n suggestion on the part of the page in view?</numerusform>
            <numerusform>Reject %n suggestions on the part of the page in view?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions that are hidden because they are less sure than %1?</source>
        <translation>
            <numerusform>Reject %n suggestion that is hidden because it is less sure than %1?</numerusform>
            <numerusform>Reject %n suggestions that are hidden because they are less sure than %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsDesk</name>
    <message numerus="yes">
        <source>%n cards were exported.</source>
        <translation>
            <numerusform>%n card was exported.</numerusform>
            <numerusform>%n cards were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards were removed; undo takes that back.</source>
        <translation>
            <numerusform>%n card was removed; undo takes that back.</numerusform>
            <numerusform>%n cards were removed; undo takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message numerus="yes">
        <source>At most %n characters can be corrected at once.</source>
        <translation>
            <numerusform>At most %n character can be corrected at once.</numerusform>
            <numerusform>At most %n characters can be corrected at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DictionariesDesk</name>
    <message numerus="yes">
        <source>%n entries of %1 were taken in.</source>
        <translation>
            <numerusform>%n entry of %1 was taken in.</numerusform>
            <numerusform>%n entries of %1 were taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DictionaryList</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentTableModel</name>
    <message numerus="yes">
        <source>%n tags lost their sure place when the text changed.</source>
        <translation>
            <numerusform>One tag lost its sure place when the text changed.</numerusform>
            <numerusform>%n tags lost their sure place when the text changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EncodingDesk</name>
    <message numerus="yes">
        <source>%n tags lost their place, for the letters are others now. They are kept for review.</source>
        <translation>
            <numerusform>%n tag lost its place, for the letters are others now. It is kept for review.</numerusform>
            <numerusform>%n tags lost their place, for the letters are others now. They are kept for review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesDialog</name>
    <message numerus="yes">
        <source>%n entities are selected. Merge them if they are one and the same.</source>
        <translation>
            <numerusform>One entity is selected.</numerusform>
            <numerusform>%n entities are selected. Merge them if they are one and the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityFiles</name>
    <message numerus="yes">
        <source>%n entities were exported.</source>
        <translation>
            <numerusform>One entity was exported.</numerusform>
            <numerusform>%n entities were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entities were imported.</source>
        <translation>
            <numerusform>One new entity was imported.</numerusform>
            <numerusform>%n new entities were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same as in the library</source>
        <translation>
            <numerusform>%n the same as in the library</numerusform>
            <numerusform>%n the same as in the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no tag is called so; %n entities have no kind</source>
        <translation>
            <numerusform>no tag is called so; one entity has no kind</numerusform>
            <numerusform>no tag is called so; %n entities have no kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityLinking</name>
    <message numerus="yes">
        <source>%n tags are linked to %1 now.</source>
        <translation>
            <numerusform>The tag is linked to %1 now.</numerusform>
            <numerusform>%n tags are linked to %1 now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>One entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityMentionList</name>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>one mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n texts</source>
        <translation>
            <numerusform>in one text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityMergeDialog</name>
    <message numerus="yes">
        <source>%n mentions will be linked to %1.</source>
        <translation>
            <numerusform>One mention will be linked to %1.</numerusform>
            <numerusform>%n mentions will be linked to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityOffers</name>
    <message numerus="yes">
        <source>%n tags are linked to %1 now.</source>
        <translation>
            <numerusform>The tag is linked to %1 now.</numerusform>
            <numerusform>%n tags are linked to %1 now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags are linked now.</source>
        <translation>
            <numerusform>The tag is linked now.</numerusform>
            <numerusform>%n tags are linked now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have the name of an entity. Ctrl+Shift+K links them.</source>
        <translation>
            <numerusform>One tag has the name of an entity. Ctrl+Shift+K links it.</numerusform>
            <numerusform>%n tags have the name of an entity. Ctrl+Shift+K links them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityPicker</name>
    <message numerus="yes">
        <source>Link all %n tags like this in the text</source>
        <translation>
            <numerusform>Link the tag</numerusform>
            <numerusform>Link all %n tags like this in the text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityWishes</name>
    <message numerus="yes">
        <source>Delete %n entities?</source>
        <translation>
            <numerusform>Delete one entity?</numerusform>
            <numerusform>Delete %n entities?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags lose their link; the tags themselves stay.</source>
        <translation>
            <numerusform>One tag loses its link; the tag itself stays.</numerusform>
            <numerusform>%n tags lose their link; the tags themselves stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name of the other entity, which the %n selected mentions get</source>
        <translation>
            <numerusform>Name of the other entity, which the selected mention gets</numerusform>
            <numerusform>Name of the other entity, which the %n selected mentions get</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityWords</name>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>one mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times in this text</source>
        <translation>
            <numerusform>once in this text</numerusform>
            <numerusform>%n times in this text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>perhaps one of %n entities</source>
        <translation>
            <numerusform>perhaps an entity</numerusform>
            <numerusform>perhaps one of %n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message numerus="yes">
        <source>%n tags were written</source>
        <translation>
            <numerusform>%n tag was written</numerusform>
            <numerusform>%n tags were written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen ones</source>
        <translation>
            <numerusform>%n chosen document</numerusform>
            <numerusform>%n chosen documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole library (%n documents)</source>
        <translation>
            <numerusform>The whole library (%n document)</numerusform>
            <numerusform>The whole library (%n documents)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen tags</source>
        <translation>
            <numerusform>%n chosen tag</numerusform>
            <numerusform>%n chosen tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDelegate</name>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportWords</name>
    <message numerus="yes">
        <source>Importing… %n documents so far.</source>
        <translation>
            <numerusform>Importing… %n document so far.</numerusform>
            <numerusform>Importing… %n documents so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents imported.</source>
        <translation>
            <numerusform>%n document imported.</numerusform>
            <numerusform>%n documents imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were brought up to date.</source>
        <translation>
            <numerusform>%n was brought up to date.</numerusform>
            <numerusform>%n were brought up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were in the library already.</source>
        <translation>
            <numerusform>%n was in the library already.</numerusform>
            <numerusform>%n were in the library already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were not imported.</source>
        <translation>
            <numerusform>%n file was not imported.</numerusform>
            <numerusform>%n files were not imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments can be taken as notes.</source>
        <translation>
            <numerusform>%n comment can be taken as a note.</numerusform>
            <numerusform>%n comments can be taken as notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportingDesk</name>
    <message numerus="yes">
        <source>%n comments became notes.</source>
        <translation>
            <numerusform>%n comment became a note.</numerusform>
            <numerusform>%n comments became notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags wait for review, for their place is not sure.</source>
        <translation>
            <numerusform>%n tag waits for review, for its place is not sure.</numerusform>
            <numerusform>%n tags wait for review, for their place is not sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have no place any more and are kept.</source>
        <translation>
            <numerusform>%n tag has no place any more and is kept.</numerusform>
            <numerusform>%n tags have no place any more and are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n comments. Keep them as notes in the text?</source>
        <translation>
            <numerusform>The file holds %n comment. Keep it as a note in the text?</numerusform>
            <numerusform>The file holds %n comments. Keep them as notes in the text?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearningDesk</name>
    <message numerus="yes">
        <source>%n forms came in from %1.</source>
        <translation>
            <numerusform>%n form came in from %1.</numerusform>
            <numerusform>%n forms came in from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags of it are not in this tagset and were left out.</source>
        <translation>
            <numerusform>%n tag of it is not in this tagset and was left out.</numerusform>
            <numerusform>%n tags of it are not in this tagset and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message numerus="yes">
        <source>%n documents are written without their text.</source>
        <translation>
            <numerusform>%n document is written without its text.</numerusform>
            <numerusform>%n documents are written without their texts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags overlap a longer one and are left out.</source>
        <translation>
            <numerusform>%n tag overlaps a longer one and is left out.</numerusform>
            <numerusform>%n tags overlap longer ones and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags on a part of a word are given to the whole word.</source>
        <translation>
            <numerusform>%n tag on a part of a word is given to the whole word.</numerusform>
            <numerusform>%n tags on parts of words are given to the whole words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags that run over the end of a sentence are parted or left out.</source>
        <translation>
            <numerusform>%n tag that runs over the end of a sentence is parted or left out.</numerusform>
            <numerusform>%n tags that run over the end of a sentence are parted or left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes are lost.</source>
        <translation>
            <numerusform>%n note is lost.</numerusform>
            <numerusform>%n notes are lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags lose their attributes.</source>
        <translation>
            <numerusform>%n tag loses its attributes.</numerusform>
            <numerusform>%n tags lose their attributes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations are lost.</source>
        <translation>
            <numerusform>%n relation is lost.</numerusform>
            <numerusform>%n relations are lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links to entities are lost.</source>
        <translation>
            <numerusform>%n link to an entity is lost.</numerusform>
            <numerusform>%n links to entities are lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions can then not be told from what you decided.</source>
        <translation>
            <numerusform>%n suggestion can then not be told from what you decided.</numerusform>
            <numerusform>%n suggestions can then not be told from what you decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags without a sure place are not in the file.</source>
        <translation>
            <numerusform>One tag without a sure place is not in the file.</numerusform>
            <numerusform>%n tags without a sure place are not in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MorphologyLine</name>
    <message numerus="yes">
        <source>%n analyses of %1</source>
        <translation>
            <numerusform>%n analysis of %1</numerusform>
            <numerusform>%n analyses of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameListsPage</name>
    <message numerus="yes">
        <source>%n more lines were skipped.</source>
        <translation>
            <numerusform>%n more line was skipped.</numerusform>
            <numerusform>%n more lines were skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeuralPage</name>
    <message numerus="yes">
        <source>%n kinds have no tag yet and are left out.</source>
        <translation>
            <numerusform>%n kind has no tag yet and is left out.</numerusform>
            <numerusform>%n kinds have no tag yet and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n characters that no text can hold were left out.</source>
        <translation>
            <numerusform>%n character that no text can hold was left out.</numerusform>
            <numerusform>%n characters that no text can hold were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places could not be decoded; try another encoding.</source>
        <translation>
            <numerusform>%n place could not be decoded; try another encoding.</numerusform>
            <numerusform>%n places could not be decoded; try another encoding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows could not be read, the first of them %1.</source>
        <translation>
            <numerusform>%n row could not be read: %1.</numerusform>
            <numerusform>%n rows could not be read, the first of them %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold no text.</source>
        <translation>
            <numerusform>%n row holds no text.</numerusform>
            <numerusform>%n rows hold no text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files in it were left out. %1</source>
        <translation>
            <numerusform>%n file in it was left out. %1</numerusform>
            <numerusform>%n files in it were left out. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracked changes were accepted.</source>
        <translation>
            <numerusform>%n tracked change was accepted.</numerusform>
            <numerusform>%n tracked changes were accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments can be taken as notes.</source>
        <translation>
            <numerusform>%n comment can be taken as a note.</numerusform>
            <numerusform>%n comments can be taken as notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are not kept.</source>
        <translation>
            <numerusform>%n picture is not kept.</numerusform>
            <numerusform>%n pictures are not kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames or scripts are not kept.</source>
        <translation>
            <numerusform>%n frame or script is not kept.</numerusform>
            <numerusform>%n frames or scripts are not kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are not kept. %1</source>
        <translation>
            <numerusform>%n part is not kept. %1</numerusform>
            <numerusform>%n parts are not kept. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things it wanted from elsewhere were not fetched.</source>
        <translation>
            <numerusform>%n thing it wanted from elsewhere was not fetched.</numerusform>
            <numerusform>%n things it wanted from elsewhere were not fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages are pictures without text: they need OCR.</source>
        <translation>
            <numerusform>%n page is a picture without text: it needs OCR.</numerusform>
            <numerusform>%n pages are pictures without text: they need OCR.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are stored as they are drawn. %1</source>
        <translation>
            <numerusform>%n line is stored as it is drawn. %1</numerusform>
            <numerusform>%n lines are stored as they are drawn. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters are stored as shapes. %1</source>
        <translation>
            <numerusform>%n letter is stored as a shape. %1</numerusform>
            <numerusform>%n letters are stored as shapes. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hard-wrapped lines were joined.</source>
        <translation>
            <numerusform>%n hard-wrapped line was joined.</numerusform>
            <numerusform>%n hard-wrapped lines were joined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrenceModel</name>
    <message numerus="yes">
        <source>As it is (%n)</source>
        <translation>
            <numerusform>As it is (%n)</numerusform>
            <numerusform>As it is (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the article (%n)</source>
        <translation>
            <numerusform>With the article (%n)</numerusform>
            <numerusform>With the article (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With a particle before it (%n)</source>
        <translation>
            <numerusform>With a particle before it (%n)</numerusform>
            <numerusform>With a particle before it (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With a particle and the article (%n)</source>
        <translation>
            <numerusform>With a particle and the article (%n)</numerusform>
            <numerusform>With a particle and the article (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With a pronoun after it (%n)</source>
        <translation>
            <numerusform>With a pronoun after it (%n)</numerusform>
            <numerusform>With a pronoun after it (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With something on both sides (%n)</source>
        <translation>
            <numerusform>With something on both sides (%n)</numerusform>
            <numerusform>With something on both sides (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message numerus="yes">
        <source>%n places have “%1”, in any of its forms.</source>
        <translation>
            <numerusform>%n place has “%1”, in any of its forms.</numerusform>
            <numerusform>%n places have “%1”, in any of its forms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n places</source>
        <translation>
            <numerusform>Tag %n place</numerusform>
            <numerusform>Tag %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacingDialog</name>
    <message numerus="yes">
        <source>%n tags may belong elsewhere in the changed text.</source>
        <translation>
            <numerusform>%n tag may belong elsewhere in the changed text.</numerusform>
            <numerusform>%n tags may belong elsewhere in the changed text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have no place any more.</source>
        <translation>
            <numerusform>%n tag has no place any more.</numerusform>
            <numerusform>%n tags have no place any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message numerus="yes">
        <source>%n names were read from “%1”.</source>
        <translation>
            <numerusform>%n name was read from “%1”.</numerusform>
            <numerusform>%n names were read from “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintingDesk</name>
    <message numerus="yes">
        <source>%n pages were set.</source>
        <translation>
            <numerusform>%n page was set.</numerusform>
            <numerusform>%n pages were set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message numerus="yes">
        <source>%n letters are stored as shapes instead of letters.</source>
        <translation>
            <numerusform>%n letter is stored as a shape instead of a letter.</numerusform>
            <numerusform>%n letters are stored as shapes instead of letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines would change.</source>
        <translation>
            <numerusform>%n line would change.</numerusform>
            <numerusform>%n lines would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them draw exactly as they stood.</source>
        <translation>
            <numerusform>%n of them draws exactly as it stood.</numerusform>
            <numerusform>%n of them draw exactly as they stood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>The first one is shown.</numerusform>
            <numerusform>The first %n are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RootFamilyDialog</name>
    <message numerus="yes">
        <source>%n words of this root</source>
        <translation>
            <numerusform>%n word of this root</numerusform>
            <numerusform>%n words of this root</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags without a place</source>
        <translation>
            <numerusform>%n tag without a place</numerusform>
            <numerusform>%n tags without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message numerus="yes">
        <source>“%1”: %n other mentions</source>
        <translation>
            <numerusform>“%1”: %n other mention</numerusform>
            <numerusform>“%1”: %n other mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionFilterBar</name>
    <message numerus="yes">
        <source>%n weaker ones are hidden</source>
        <translation>
            <numerusform>%n weaker one is hidden</numerusform>
            <numerusform>%n weaker ones are hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionGroupModel</name>
    <message numerus="yes">
        <source>“%1”, perhaps %2: %n mentions, the surest %3.</source>
        <translation>
            <numerusform>“%1”, perhaps %2: %n mention, the surest %3.</numerusform>
            <numerusform>“%1”, perhaps %2: %n mentions, the surest %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionLists</name>
    <message numerus="yes">
        <source>Accept %n suggestions</source>
        <translation>
            <numerusform>Accept %n suggestion</numerusform>
            <numerusform>Accept %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions</source>
        <translation>
            <numerusform>Reject %n suggestion</numerusform>
            <numerusform>Reject %n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message numerus="yes">
        <source>No suggestion is at least %1 sure: %n weaker ones are hidden.</source>
        <translation>
            <numerusform>No suggestion is at least %1 sure: %n weaker one is hidden.</numerusform>
            <numerusform>No suggestion is at least %1 sure: %n weaker ones are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all: %n %1</source>
        <translation>
            <numerusform>Accept all: %n %1</numerusform>
            <numerusform>Accept all: %n %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n</source>
        <translation>
            <numerusform>Accept all %n</numerusform>
            <numerusform>Accept all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject all %n</source>
        <translation>
            <numerusform>Reject all %n</numerusform>
            <numerusform>Reject all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDeletionDialog</name>
    <message numerus="yes">
        <source>%n annotations have the tag %1. What is to become of them?</source>
        <translation>
            <numerusform>%n annotation has the tag %1. What is to become of it?</numerusform>
            <numerusform>%n annotations have the tag %1. What is to become of them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete all %n with the tag</source>
        <translation>
            <numerusform>&amp;Delete it with the tag</numerusform>
            <numerusform>&amp;Delete all %n with the tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagFilterButton</name>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsetEditor</name>
    <message numerus="yes">
        <source>%n annotations in the library have this tag.</source>
        <translation>
            <numerusform>%n annotation in the library has this tag.</numerusform>
            <numerusform>%n annotations in the library have this tag.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermBasesDesk</name>
    <message numerus="yes">
        <source>Its %n terms go with it.</source>
        <translation>
            <numerusform>Its %n term goes with it.</numerusform>
            <numerusform>Its %n terms go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terms were removed; undo takes that back.</source>
        <translation>
            <numerusform>%n term was removed; undo takes that back.</numerusform>
            <numerusform>%n terms were removed; undo takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermBasesDialog</name>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermFiles</name>
    <message numerus="yes">
        <source>%n terms were exported.</source>
        <translation>
            <numerusform>%n term was exported.</numerusform>
            <numerusform>%n terms were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terms were imported or changed.</source>
        <translation>
            <numerusform>%n term was imported or changed.</numerusform>
            <numerusform>%n terms were imported or changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message numerus="yes">
        <source>A term has letters, and %n words at most.</source>
        <translation>
            <numerusform>A term has letters, and %n word at most.</numerusform>
            <numerusform>A term has letters, and %n words at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice in the file, joined</source>
        <translation>
            <numerusform>%n twice in the file, joined</numerusform>
            <numerusform>%n twice in the file, joined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermPanel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places changed</source>
        <translation>
            <numerusform>%n place changed</numerusform>
            <numerusform>%n places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters removed</source>
        <translation>
            <numerusform>%n character removed</numerusform>
            <numerusform>%n characters removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters added</source>
        <translation>
            <numerusform>%n character added</numerusform>
            <numerusform>%n characters added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It differs from the text on the page in %n places:</source>
        <translation>
            <numerusform>It differs from the text on the page in %n place:</numerusform>
            <numerusform>It differs from the text on the page in %n places:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyDesk</name>
    <message numerus="yes">
        <source>%n words: %1</source>
        <translation>
            <numerusform>%n word: %1</numerusform>
            <numerusform>%n words: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is about %n words.</source>
        <translation>
            <numerusform>It is about %n word.</numerusform>
            <numerusform>It is about %n words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards were made.</source>
        <translation>
            <numerusform>%n card was made.</numerusform>
            <numerusform>%n cards were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyFiles</name>
    <message numerus="yes">
        <source>%n words were exported.</source>
        <translation>
            <numerusform>%n word was exported.</numerusform>
            <numerusform>%n words were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words are known now that were not.</source>
        <translation>
            <numerusform>%n word is known now that was not.</numerusform>
            <numerusform>%n words are known now that were not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyPanel</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different ones</source>
        <translation>
            <numerusform>%n different one</numerusform>
            <numerusform>%n different ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rarer words are not listed.</source>
        <translation>
            <numerusform>%n rarer word is not listed.</numerusform>
            <numerusform>%n rarer words are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordRows</name>
    <message numerus="yes">
        <source>%n more readings</source>
        <translation>
            <numerusform>%n more reading</numerusform>
            <numerusform>%n more readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more dictionary entries</source>
        <translation>
            <numerusform>%n more dictionary entry</numerusform>
            <numerusform>%n more dictionary entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordTableModel</name>
    <message numerus="yes">
        <source>%n places in this text</source>
        <translation>
            <numerusform>%n place in this text</numerusform>
            <numerusform>%n places in this text</numerusform>
        </translation>
    </message>
</context>
</TS>
