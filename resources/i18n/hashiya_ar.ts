<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hashiya</source>
        <translation>عن حاشية</translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>Reads and annotates Arabic and other right-to-left texts. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>برنامج لقراءة النصوص العربية وسائر النصوص التي تُكتب من اليمين إلى اليسار ووسمها. برنامج حرّ برخصة غنو العمومية، الإصدار 3 أو ما بعده، من غير أي ضمان.</translation>
    </message>
    <message>
        <source>Works used, and their licences</source>
        <translation>الأعمال المستعملة ورخصها</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Hashiya: GNU GPL 3 or later</source>
        <translation>حاشية: رخصة غنو العمومية 3 أو ما بعدها</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>مستن&amp;د</translation>
    </message>
    <message>
        <source>Pa&amp;ragraph runs</source>
        <translation>اتجاه ال&amp;فقرة</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>اقتراحات</translation>
    </message>
    <message>
        <source>Several at &amp;once</source>
        <translation>عدة اقتراحات معاً</translation>
    </message>
    <message>
        <source>Move an e&amp;dge</source>
        <translation>تحريك أحد الطرفين</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;كلمات</translation>
    </message>
    <message>
        <source>How &amp;well it is known</source>
        <translation>مدى م&amp;عرفة الكلمة</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Vowel signs</source>
        <translation>ال&amp;تشكيل</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Open in another &amp;encoding…</source>
        <translation>فتح ب&amp;ترميز آخر…</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>ا&amp;ستيراد ملفات…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>استيراد م&amp;جلد…</translation>
    </message>
    <message>
        <source>&amp;Paste as a new text</source>
        <translation>&amp;لصق في نص جديد</translation>
    </message>
    <message>
        <source>Co&amp;mments of the file as notes</source>
        <translation>ت&amp;عليقات الملف ملاحظات</translation>
    </message>
    <message>
        <source>&amp;Report of the last import…</source>
        <translation>ت&amp;قرير آخر استيراد…</translation>
    </message>
    <message>
        <source>&amp;Library…</source>
        <translation>المكتبة…</translation>
    </message>
    <message>
        <source>Open the &amp;sample article</source>
        <translation>فتح المقال النموذجي</translation>
    </message>
    <message>
        <source>&amp;Export annotations…</source>
        <translation>تصدير الوسوم…</translation>
    </message>
    <message>
        <source>&amp;Back up the library…</source>
        <translation>نسخ المكتبة احتياطياً…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy with &amp;citation</source>
        <translation>نسخ مع ال&amp;مصدر</translation>
    </message>
    <message>
        <source>Co&amp;rrect text…</source>
        <translation>ت&amp;صحيح النص…</translation>
    </message>
    <message>
        <source>Tags without a &amp;place…</source>
        <translation>وسوم بلا مو&amp;ضع…</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>ال&amp;نسخ السابقة…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>بحث…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>ال&amp;تفضيلات…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;بيانات المستند…</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>ال&amp;فهرس</translation>
    </message>
    <message>
        <source>&amp;Turn the paragraph</source>
        <translation>&amp;قلب اتجاه الفقرة</translation>
    </message>
    <message>
        <source>&amp;As its letters say</source>
        <translation>بحسب &amp;حروفها</translation>
    </message>
    <message>
        <source>&amp;Right to left</source>
        <translation>من ال&amp;يمين إلى اليسار</translation>
    </message>
    <message>
        <source>&amp;Left to right</source>
        <translation>من الي&amp;سار إلى اليمين</translation>
    </message>
    <message>
        <source>Tag all &amp;occurrences…</source>
        <translation>وسم جميع المواضع…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>ملاحظة…</translation>
    </message>
    <message>
        <source>&amp;Change tag…</source>
        <translation>تغيير الوسم…</translation>
    </message>
    <message>
        <source>&amp;Relate to another tag…</source>
        <translation>ربط بوسم آخر…</translation>
    </message>
    <message>
        <source>Lin&amp;k to an entity…</source>
        <translation>ربط بك&amp;يان…</translation>
    </message>
    <message>
        <source>Link as o&amp;ffered</source>
        <translation>ربط كما عُ&amp;رض</translation>
    </message>
    <message>
        <source>&amp;Remove tag</source>
        <translation>إزالة الوسم</translation>
    </message>
    <message>
        <source>Ne&amp;xt tag</source>
        <translation>الوسم التالي</translation>
    </message>
    <message>
        <source>&amp;Previous tag</source>
        <translation>الوسم السابق</translation>
    </message>
    <message>
        <source>Entitie&amp;s…</source>
        <translation>ال&amp;كيانات…</translation>
    </message>
    <message>
        <source>&amp;Edit tags…</source>
        <translation>تحرير قائمة الوسوم…</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>&amp;Next suggestion</source>
        <translation>الاقتراح التالي</translation>
    </message>
    <message>
        <source>&amp;Previous suggestion</source>
        <translation>الاقتراح السابق</translation>
    </message>
    <message>
        <source>Lea&amp;ve it open</source>
        <translation>تركه معلقاً</translation>
    </message>
    <message>
        <source>Show &amp;weaker ones too</source>
        <translation>إظهار الأضعف أيضاً</translation>
    </message>
    <message>
        <source>Show only s&amp;urer ones</source>
        <translation>إظهار الأوثق وحده</translation>
    </message>
    <message>
        <source>How &amp;good they are…</source>
        <translation>مدى &amp;صحّتها…</translation>
    </message>
    <message>
        <source>Name &amp;lists…</source>
        <translation>&amp;قوائم الأسماء…</translation>
    </message>
    <message>
        <source>Accept all &amp;mentions of this…</source>
        <translation>قبول كل ذكر لهذا…</translation>
    </message>
    <message>
        <source>Reject all mentions of &amp;this…</source>
        <translation>رفض كل ذكر لهذا…</translation>
    </message>
    <message>
        <source>Accept all with this ta&amp;g…</source>
        <translation>قبول كل ما له هذا الوسم…</translation>
    </message>
    <message>
        <source>Reject all with this tag…</source>
        <translation>رفض كل ما له هذا الوسم…</translation>
    </message>
    <message>
        <source>Accept all in &amp;view…</source>
        <translation>قبول كل ما يظهر في الصفحة…</translation>
    </message>
    <message>
        <source>Reject all in view…</source>
        <translation>رفض كل ما يظهر في الصفحة…</translation>
    </message>
    <message>
        <source>Accept a&amp;ll…</source>
        <translation>قبول الكل…</translation>
    </message>
    <message>
        <source>Look for &amp;entities again</source>
        <translation>البحث عن الكيانات من جديد</translation>
    </message>
    <message>
        <source>Read the &amp;whole web page</source>
        <translation>اقرأ صفحة الوي&amp;ب كاملة</translation>
    </message>
    <message>
        <source>Import a&amp;nnotations…</source>
        <translation>استيراد &amp;وسوم…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>احفظ بصيغة P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>ا&amp;طبع…</translation>
    </message>
    <message>
        <source>Re&amp;pair the letters…</source>
        <translation>إصلاح ال&amp;حروف…</translation>
    </message>
    <message>
        <source>&amp;Show suggestions on the page</source>
        <translation>إظهار الاقتراحات في الصفحة</translation>
    </message>
    <message>
        <source>&amp;Reject all…</source>
        <translation>رفض الكل…</translation>
    </message>
    <message>
        <source>Reject the &amp;hidden, weaker ones…</source>
        <translation>رفض الأضعف المخفي…</translation>
    </message>
    <message>
        <source>End: a word to the left</source>
        <translation>الآخِر: كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>End: a word to the right</source>
        <translation>الآخِر: كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>Beginning: a word earlier</source>
        <translation>الأول: كلمة إلى الوراء</translation>
    </message>
    <message>
        <source>Beginning: a word later</source>
        <translation>الأول: كلمة إلى الأمام</translation>
    </message>
    <message>
        <source>End: a particle to the left</source>
        <translation>الآخِر: أداة متصلة إلى اليسار</translation>
    </message>
    <message>
        <source>End: a particle to the right</source>
        <translation>الآخِر: أداة متصلة إلى اليمين</translation>
    </message>
    <message>
        <source>Beginning: a particle earlier</source>
        <translation>الأول: أداة متصلة إلى الوراء</translation>
    </message>
    <message>
        <source>Beginning: a particle later</source>
        <translation>الأول: أداة متصلة إلى الأمام</translation>
    </message>
    <message>
        <source>End: a letter to the left</source>
        <translation>الآخِر: حرف إلى اليسار</translation>
    </message>
    <message>
        <source>End: a letter to the right</source>
        <translation>الآخِر: حرف إلى اليمين</translation>
    </message>
    <message>
        <source>Beginning: a letter earlier</source>
        <translation>الأول: حرف إلى الوراء</translation>
    </message>
    <message>
        <source>Beginning: a letter later</source>
        <translation>الأول: حرف إلى الأمام</translation>
    </message>
    <message>
        <source>&amp;Explain the word</source>
        <translation>ا&amp;شرح الكلمة</translation>
    </message>
    <message>
        <source>Explain words under the &amp;pointer</source>
        <translation>شرح الكلمات تحت ال&amp;مؤشر</translation>
    </message>
    <message>
        <source>&amp;New term…</source>
        <translation>&amp;مصطلح جديد…</translation>
    </message>
    <message>
        <source>Term &amp;bases…</source>
        <translation>&amp;قواعد المصطلحات…</translation>
    </message>
    <message>
        <source>D&amp;ictionaries…</source>
        <translation>الم&amp;عاجم…</translation>
    </message>
    <message>
        <source>&amp;Underline terms on the page</source>
        <translation>&amp;تسطير المصطلحات في الصفحة</translation>
    </message>
    <message>
        <source>Learning, step &amp;1</source>
        <translation>قيد التعلّم، الدرجة &amp;1</translation>
    </message>
    <message>
        <source>Learning, step &amp;2</source>
        <translation>قيد التعلّم، الدرجة &amp;2</translation>
    </message>
    <message>
        <source>Learning, step &amp;3</source>
        <translation>قيد التعلّم، الدرجة &amp;3</translation>
    </message>
    <message>
        <source>Learning, step &amp;4</source>
        <translation>قيد التعلّم، الدرجة &amp;4</translation>
    </message>
    <message>
        <source>&amp;Known</source>
        <translation>م&amp;عروفة</translation>
    </message>
    <message>
        <source>&amp;Ignored</source>
        <translation>مت&amp;جاهَلة</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;جديدة</translation>
    </message>
    <message>
        <source>Mark all &amp;remaining words of this text as known…</source>
        <translation>عدّ سائر كلمات هذا ال&amp;نص معروفة…</translation>
    </message>
    <message>
        <source>Import a list of known &amp;words…</source>
        <translation>ا&amp;ستيراد قائمة كلمات معروفة…</translation>
    </message>
    <message>
        <source>&amp;Export the known words…</source>
        <translation>ت&amp;صدير الكلمات المعروفة…</translation>
    </message>
    <message>
        <source>&amp;Make a card</source>
        <translation>إ&amp;نشاء بطاقة</translation>
    </message>
    <message>
        <source>&amp;Cards…</source>
        <translation>ال&amp;بطاقات…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>ورق قديم</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>Mark words I am l&amp;earning</source>
        <translation>تعليم الكلمات التي أ&amp;تعلّمها</translation>
    </message>
    <message>
        <source>Mark ne&amp;w words</source>
        <translation>تعليم الكلمات ال&amp;جديدة</translation>
    </message>
    <message>
        <source>&amp;Change the vowel signs</source>
        <translation>ت&amp;بديل التشكيل</translation>
    </message>
    <message>
        <source>As &amp;printed</source>
        <translation>كما &amp;طبع</translation>
    </message>
    <message>
        <source>&amp;Hidden</source>
        <translation>م&amp;خفى</translation>
    </message>
    <message>
        <source>Others made by &amp;machine</source>
        <translation>مع تشكيل &amp;آلي</translation>
    </message>
    <message>
        <source>&amp;Justified lines</source>
        <translation>ضبط أطراف الأسطر</translation>
    </message>
    <message>
        <source>Side&amp;bar</source>
        <translation>الشريط الجانبي</translation>
    </message>
    <message>
        <source>&amp;Picture of the page</source>
        <translation>صورة ال&amp;صفحة</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>&amp;About Hashiya</source>
        <translation>عن حاشية</translation>
    </message>
</context>
<context>
    <name>AlikeDialog</name>
    <message>
        <source>Link several tags</source>
        <translation>ربط وسوم</translation>
    </message>
    <message>
        <source>Which of these mention %1? A click takes one out or in.</source>
        <translation>أيّ هذه يذكر %1؟ انقر لإخراج واحد أو إدخاله.</translation>
    </message>
    <message>
        <source>Tags with the same words</source>
        <translation>وسوم على الكلمات نفسها</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>الكل أو لا شيء</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>%1 of %2 are selected.</source>
        <translation>اختير %1 من %2.</translation>
    </message>
</context>
<context>
    <name>AnnotationDelegate</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>AnnotationFilterBar</name>
    <message>
        <source>Search quotes and notes</source>
        <translation>ابحث في العبارات والملاحظات</translation>
    </message>
</context>
<context>
    <name>AnnotationImportDialog</name>
    <message>
        <source>What kind of file is %1? Choose its format.</source>
        <translation>ما نوع الملف %1؟ اختر صيغته.</translation>
    </message>
    <message>
        <source>The annotations in %1</source>
        <translation>الوسوم التي في %1</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>استيراد وسوم</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>It is a&amp;bout</source>
        <translation>&amp;موضوعه</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>ال&amp;ترميز</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>ما سيفعله الاستيراد</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>ما يصير إليه</translation>
    </message>
    <message>
        <source>&amp;Make the tags that the library lacks</source>
        <translation>إنشاء الأ&amp;وسمة التي تنقص المكتبة</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>The texts that the file says</source>
        <translation>النصوص التي يسمّيها الملف</translation>
    </message>
    <message>
        <source>Texts (%1)</source>
        <translation>النصوص (%1)</translation>
    </message>
    <message>
        <source>neither the file nor the library has this text; choose it above</source>
        <translation>ليس هذا النص في الملف ولا في المكتبة؛ اختره في الأعلى</translation>
    </message>
    <message>
        <source>Without a text (%1)</source>
        <translation>بلا نص (%1)</translation>
    </message>
    <message>
        <source>Left out (%1)</source>
        <translation>المتروك (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n tags were taken in</source>
        <translation>
            <numerusform>لم يُدخل وسم</numerusform>
            <numerusform>أُدخل وسم واحد</numerusform>
            <numerusform>أُدخل وسمان</numerusform>
            <numerusform>أُدخلت %n أوسمة</numerusform>
            <numerusform>أُدخل %n وسمًا</numerusform>
            <numerusform>أُدخل %n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>لم يُترك شيء</numerusform>
            <numerusform>تُرك واحد</numerusform>
            <numerusform>تُرك اثنان</numerusform>
            <numerusform>تُركت %n</numerusform>
            <numerusform>تُرك %n</numerusform>
            <numerusform>تُرك %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <translation>في الملف %1: %2، %3.</translation>
    </message>
    <message>
        <source>Undo takes them back in one step.</source>
        <translation>التراجع يردّها بخطوة واحدة.</translation>
    </message>
    <message numerus="yes">
        <source>%n new tags</source>
        <translation>
            <numerusform>لا وسوم جديدة</numerusform>
            <numerusform>وسم جديد واحد</numerusform>
            <numerusform>وسمان جديدان</numerusform>
            <numerusform>%n أوسمة جديدة</numerusform>
            <numerusform>%n وسمًا جديدًا</numerusform>
            <numerusform>%n وسم جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>لا شيء منها موجود</numerusform>
            <numerusform>واحد موجود من قبل</numerusform>
            <numerusform>اثنان موجودان من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
            <numerusform>%n موجودًا من قبل</numerusform>
            <numerusform>%n موجود من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3, %4.</source>
        <translation>في الملف %1: %2، %3، %4.</translation>
    </message>
    <message>
        <source>a new text</source>
        <translation>نص جديد</translation>
    </message>
    <message numerus="yes">
        <source>%n found again at another place</source>
        <translation>
            <numerusform>لم يوجد شيء في موضع آخر</numerusform>
            <numerusform>وُجد واحد في موضع آخر</numerusform>
            <numerusform>وُجد اثنان في موضع آخر</numerusform>
            <numerusform>وُجدت %n في مواضع أخرى</numerusform>
            <numerusform>وُجد %n في مواضع أخرى</numerusform>
            <numerusform>وُجد %n في مواضع أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Tags that the library lacks (%1)</source>
        <translation>أوسمة تنقص المكتبة (%1)</translation>
    </message>
    <message>
        <source>Make this tag</source>
        <translation>إنشاء هذا الوسم</translation>
    </message>
    <message>
        <source>Leave out what has it</source>
        <translation>ترك ما يحمله</translation>
    </message>
    <message>
        <source>It is the tag %1</source>
        <translation>هو الوسم %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>AnnotationListModel</name>
    <message>
        <source>%1: “%2”. Note: %3</source>
        <translation>%1: «%2». ملاحظة: %3</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
</context>
<context>
    <name>AnnotationPanel</name>
    <message>
        <source>Change tag</source>
        <translation>تغيير الوسم</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>إظهار في الصفحة</translation>
    </message>
    <message>
        <source>Note and attributes…</source>
        <translation>الملاحظة والصفات…</translation>
    </message>
    <message>
        <source>Relate to another annotation…</source>
        <translation>ربط بموضع موسوم آخر…</translation>
    </message>
    <message>
        <source>Link to an entity…</source>
        <translation>ربط بكيان…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n annotations</source>
        <translation>
            <numerusform>إزالة 0 من الوسوم</numerusform>
            <numerusform>إزالة الوسم</numerusform>
            <numerusform>إزالة الوسمين</numerusform>
            <numerusform>إزالة %n وسوم</numerusform>
            <numerusform>إزالة %n وسماً</numerusform>
            <numerusform>إزالة %n وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>المواضع الموسومة</translation>
    </message>
    <message>
        <source>Return shows the annotation, Delete removes it, a tag&apos;s key changes the tag, N opens the note.</source>
        <translation>يُظهر مفتاح الإدخال الموضع، ويزيل مفتاح الحذف وسمه، ومفتاح الوسم يغيّره، وN يفتح الملاحظة.</translation>
    </message>
    <message>
        <source>Open a text, and its annotations are listed here.</source>
        <translation>افتح نصاً تظهر مواضعه الموسومة هنا.</translation>
    </message>
    <message>
        <source>No annotation passes the filter.</source>
        <translation>لا موضع موسوماً يوافق هذا الفرز.</translation>
    </message>
    <message>
        <source>Show all annotations</source>
        <translation>إظهار جميع المواضع</translation>
    </message>
    <message>
        <source>Nothing is tagged yet. Select words on the page, then press a tag&apos;s key or choose a tag.</source>
        <translation>لم يوسم شيء بعد. حدّد كلمات في الصفحة ثم اضغط مفتاح الوسم أو اختر وسماً.</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>لا مواضع موسومة</numerusform>
            <numerusform>موضع موسوم واحد</numerusform>
            <numerusform>موضعان موسومان</numerusform>
            <numerusform>%n مواضع موسومة</numerusform>
            <numerusform>%n موضعاً موسوماً</numerusform>
            <numerusform>%n موضع موسوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n annotations</source>
        <translation>
            <numerusform>أكثر من 0 من المواضع الموسومة</numerusform>
            <numerusform>أكثر من موضع موسوم واحد</numerusform>
            <numerusform>أكثر من موضعين موسومين</numerusform>
            <numerusform>أكثر من %n مواضع موسومة</numerusform>
            <numerusform>أكثر من %n موضعاً موسوماً</numerusform>
            <numerusform>أكثر من %n موضع موسوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationsDesk</name>
    <message>
        <source>Import annotations</source>
        <translation>استيراد وسوم</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 is being compared with the library…</source>
        <translation>تجري مقارنة %1 بالمكتبة…</translation>
    </message>
    <message>
        <source>The annotations in %1 are being taken in…</source>
        <translation>يجري إدخال الوسوم التي في %1…</translation>
    </message>
</context>
<context>
    <name>AttributeRow</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>اسم الصفة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation>قيمة الصفة</translation>
    </message>
    <message>
        <source>Remove this attribute</source>
        <translation>إزالة هذه الصفة</translation>
    </message>
</context>
<context>
    <name>AttributeRows</name>
    <message>
        <source>unnamed</source>
        <translation>بلا اسم</translation>
    </message>
</context>
<context>
    <name>AuthorChoice</name>
    <message>
        <source>Filter by author</source>
        <translation>فرز بحسب الواسم</translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>جميع الواسمين</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>The backup was made and checked: %1</source>
        <translation>أُنشئت النسخة الاحتياطية وفُحصت: %1</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>نسخ المكتبة احتياطياً</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>انسخ الآن…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>All texts, tags and notes are in one file: %1 (%2).</source>
        <translation>جميع النصوص والوسوم والملاحظات في ملف واحد: %1 (%2).</translation>
    </message>
    <message>
        <source>Backups, the newest first:</source>
        <translation>النسخ الاحتياطية، أحدثها أولاً:</translation>
    </message>
    <message>
        <source>There is no backup yet. Keep one on another disk.</source>
        <translation>لا نسخة احتياطية بعد. احتفظ بواحدة على قرص آخر.</translation>
    </message>
    <message>
        <source>The backup is being made…</source>
        <translation>تُنشأ النسخة الاحتياطية…</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>Accept %n suggestions of “%1”?</source>
        <translation>
            <numerusform>لا اقتراحات لـ«%1»؟</numerusform>
            <numerusform>أتقبل اقتراحاً واحداً لـ«%1»؟</numerusform>
            <numerusform>أتقبل اقتراحين لـ«%1»؟</numerusform>
            <numerusform>أتقبل %n اقتراحات لـ«%1»؟</numerusform>
            <numerusform>أتقبل %n اقتراحاً لـ«%1»؟</numerusform>
            <numerusform>أتقبل %n اقتراح لـ«%1»؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions of “%1”?</source>
        <translation>
            <numerusform>لا اقتراحات لـ«%1»؟</numerusform>
            <numerusform>أترفض اقتراحاً واحداً لـ«%1»؟</numerusform>
            <numerusform>أترفض اقتراحين لـ«%1»؟</numerusform>
            <numerusform>أترفض %n اقتراحات لـ«%1»؟</numerusform>
            <numerusform>أترفض %n اقتراحاً لـ«%1»؟</numerusform>
            <numerusform>أترفض %n اقتراح لـ«%1»؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions?</source>
        <translation>
            <numerusform>لا اقتراحات؟</numerusform>
            <numerusform>أتقبل اقتراحاً واحداً؟</numerusform>
            <numerusform>أتقبل اقتراحين؟</numerusform>
            <numerusform>أتقبل %n اقتراحات؟</numerusform>
            <numerusform>أتقبل %n اقتراحاً؟</numerusform>
            <numerusform>أتقبل %n اقتراح؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions with the tag “%1”?</source>
        <translation>
            <numerusform>لا اقتراحات بالوسم «%1»؟</numerusform>
            <numerusform>أتقبل اقتراحاً واحداً بالوسم «%1»؟</numerusform>
            <numerusform>أتقبل اقتراحين بالوسم «%1»؟</numerusform>
            <numerusform>أتقبل %n اقتراحات بالوسم «%1»؟</numerusform>
            <numerusform>أتقبل %n اقتراحاً بالوسم «%1»؟</numerusform>
            <numerusform>أتقبل %n اقتراح بالوسم «%1»؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions?</source>
        <translation>
            <numerusform>لا اقتراحات؟</numerusform>
            <numerusform>أترفض اقتراحاً واحداً؟</numerusform>
            <numerusform>أترفض اقتراحين؟</numerusform>
            <numerusform>أترفض %n اقتراحات؟</numerusform>
            <numerusform>أترفض %n اقتراحاً؟</numerusform>
            <numerusform>أترفض %n اقتراح؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions with the tag “%1”?</source>
        <translation>
            <numerusform>لا اقتراحات بالوسم «%1»؟</numerusform>
            <numerusform>أترفض اقتراحاً واحداً بالوسم «%1»؟</numerusform>
            <numerusform>أترفض اقتراحين بالوسم «%1»؟</numerusform>
            <numerusform>أترفض %n اقتراحات بالوسم «%1»؟</numerusform>
            <numerusform>أترفض %n اقتراحاً بالوسم «%1»؟</numerusform>
            <numerusform>أترفض %n اقتراح بالوسم «%1»؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions on the part of the page in view?</source>
        <translation>
            <numerusform>لا اقتراحات مما يظهر في الصفحة؟</numerusform>
            <numerusform>أتقبل اقتراحاً واحداً مما يظهر في الصفحة؟</numerusform>
            <numerusform>أتقبل اقتراحين مما يظهر في الصفحة؟</numerusform>
            <numerusform>أتقبل %n اقتراحات مما يظهر في الصفحة؟</numerusform>
            <numerusform>أتقبل %n اقتراحاً مما يظهر في الصفحة؟</numerusform>
            <numerusform>أتقبل %n اقتراح مما يظهر في الصفحة؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions on the part of the page in view?</source>
        <translation>
            <numerusform>لا اقتراحات مما يظهر في الصفحة؟</numerusform>
            <numerusform>أترفض اقتراحاً واحداً مما يظهر في الصفحة؟</numerusform>
            <numerusform>أترفض اقتراحين مما يظهر في الصفحة؟</numerusform>
            <numerusform>أترفض %n اقتراحات مما يظهر في الصفحة؟</numerusform>
            <numerusform>أترفض %n اقتراحاً مما يظهر في الصفحة؟</numerusform>
            <numerusform>أترفض %n اقتراح مما يظهر في الصفحة؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions that are hidden because they are less sure than %1?</source>
        <translation>
            <numerusform>لا اقتراحات من المخفي لأن الثقة به دون %1؟</numerusform>
            <numerusform>أترفض اقتراحاً واحداً من المخفي لأن الثقة به دون %1؟</numerusform>
            <numerusform>أترفض اقتراحين من المخفي لأن الثقة به دون %1؟</numerusform>
            <numerusform>أترفض %n اقتراحات من المخفي لأن الثقة به دون %1؟</numerusform>
            <numerusform>أترفض %n اقتراحاً من المخفي لأن الثقة به دون %1؟</numerusform>
            <numerusform>أترفض %n اقتراح من المخفي لأن الثقة به دون %1؟</numerusform>
        </translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>تراجعٌ واحد يعيد كل شيء كما كان.</translation>
    </message>
    <message>
        <source>Only those at least %1 sure are meant; weaker ones are hidden.</source>
        <translation>المقصود ما لا تقل الثقة به عن %1 وحده؛ أما الأضعف فمخفي.</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>&amp;Meaning</source>
        <translation>ال&amp;معنى</translation>
    </message>
    <message>
        <source>&amp;Sentence</source>
        <translation>ال&amp;جملة</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>م&amp;لاحظة</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>من %1، %2</translation>
    </message>
    <message>
        <source>Made on %1</source>
        <translation>أُنشئت في %1</translation>
    </message>
</context>
<context>
    <name>CardTableModel</name>
    <message>
        <source>Word</source>
        <translation>الكلمة</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>الجملة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>أُنشئت</translation>
    </message>
</context>
<context>
    <name>CardsDesk</name>
    <message>
        <source>The cards are being exported…</source>
        <translation>يجري تصدير البطاقات…</translation>
    </message>
    <message numerus="yes">
        <source>%n cards were exported.</source>
        <translation>
            <numerusform>لم تُصدَّر أي بطاقة.</numerusform>
            <numerusform>صُدِّرت بطاقة واحدة.</numerusform>
            <numerusform>صُدِّرت بطاقتان.</numerusform>
            <numerusform>صُدِّرت %n بطاقات.</numerusform>
            <numerusform>صُدِّرت %n بطاقة.</numerusform>
            <numerusform>صُدِّرت %n بطاقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards were removed; undo takes that back.</source>
        <translation>
            <numerusform>لم تُزَل أي بطاقة.</numerusform>
            <numerusform>أُزيلت بطاقة واحدة، والتراجع يعيدها.</numerusform>
            <numerusform>أُزيلت بطاقتان، والتراجع يعيدهما.</numerusform>
            <numerusform>أُزيلت %n بطاقات، والتراجع يعيدها.</numerusform>
            <numerusform>أُزيلت %n بطاقة، والتراجع يعيدها.</numerusform>
            <numerusform>أُزيلت %n بطاقة، والتراجع يعيدها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Package for Anki (*.apkg)</source>
        <translation>حزمة لبرنامج أنكي (*.apkg)</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>جدول لبرامج الجداول (*.csv)</translation>
    </message>
    <message>
        <source>Export cards</source>
        <translation>تصدير البطاقات</translation>
    </message>
</context>
<context>
    <name>CardsDialog</name>
    <message>
        <source>Cards</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Return goes to the meaning, Delete removes the selected cards.</source>
        <translation>مفتاح الإدخال ينتقل إلى المعنى، ومفتاح الحذف يزيل البطاقات المحددة.</translation>
    </message>
    <message>
        <source>Search words, meanings and sentences</source>
        <translation>ابحث في الكلمات والمعاني والجمل</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove the selected cards</source>
        <translation>إزالة البطاقات المحددة</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>لا بطاقات</numerusform>
            <numerusform>بطاقة واحدة</numerusform>
            <numerusform>بطاقتان</numerusform>
            <numerusform>%n بطاقات</numerusform>
            <numerusform>%n بطاقة</numerusform>
            <numerusform>%n بطاقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found for %1.</source>
        <translation>لم يُعثر على شيء عن %1.</translation>
    </message>
    <message>
        <source>There are no cards yet. Put the caret on a word and choose “Make a card” in the menu “Words”.</source>
        <translation>لا توجد بطاقات بعد. ضع المؤشر على كلمة واختر «إنشاء بطاقة» من قائمة «كلمات».</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>تعليم ال&amp;كل</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>إزالة ال&amp;تعليم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>لم يُعلَّم شيء</numerusform>
            <numerusform>عُلِّم واحد</numerusform>
            <numerusform>عُلِّم اثنان</numerusform>
            <numerusform>عُلِّمت %n</numerusform>
            <numerusform>عُلِّم %n</numerusform>
            <numerusform>عُلِّم %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>This is too long to be cited. Select a few sentences.</source>
        <translation>هذا أطول من أن يقتبس. حدد بضع جمل.</translation>
    </message>
    <message>
        <source>“{quote}” — {title}[, {author}][, p. {page}][, § {paragraph}]</source>
        <translation>«{quote}» — {title}[، {author}][، ص {page}][، الفقرة {paragraph}]</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>نسخ مع مصدره.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Select the words to correct first.</source>
        <translation>حدّد أولًا الكلمات التي تريد تصحيحها.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters can be corrected at once.</source>
        <translation>
            <numerusform>لا يمكن تصحيح أي حرف دفعة واحدة.</numerusform>
            <numerusform>يمكن تصحيح حرف واحد على الأكثر دفعة واحدة.</numerusform>
            <numerusform>يمكن تصحيح حرفين على الأكثر دفعة واحدة.</numerusform>
            <numerusform>يمكن تصحيح %n أحرف على الأكثر دفعة واحدة.</numerusform>
            <numerusform>يمكن تصحيح %n حرفًا على الأكثر دفعة واحدة.</numerusform>
            <numerusform>يمكن تصحيح %n حرف على الأكثر دفعة واحدة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct the text</source>
        <translation>تصحيح النص</translation>
    </message>
    <message>
        <source>Words of the text</source>
        <translation>كلمات النص</translation>
    </message>
    <message>
        <source>Shift+Return begins a new paragraph. Tags move with the text.</source>
        <translation>مفتاحا Shift وReturn معًا يبدآن فقرة جديدة. تنتقل الوسوم مع النص.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>صحّح</translation>
    </message>
    <message>
        <source>Put these words in the text (Return)</source>
        <translation>ضع هذه الكلمات في النص (Return)</translation>
    </message>
</context>
<context>
    <name>CrashHook</name>
    <message>
        <source>Something in Hashiya went wrong that should not have. What you have tagged is saved.</source>
        <translation>وقع في حاشية خطأ ما كان ينبغي أن يقع. ما وسمتَه محفوظ.</translation>
    </message>
    <message>
        <source>You can go on; to be sure, close the window and open it again. The details below help to mend it.</source>
        <translation>يمكنك المتابعة، والأسلم أن تغلق النافذة وتفتحها من جديد. التفاصيل أدناه تعين على الإصلاح.</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>Hashiya is free software: you can redistribute it and change it under the terms of the GNU General Public License as published by the Free Software Foundation, version 3 or any later version. It comes without any warranty.</source>
        <translation>حاشية برنامج حر: لك أن تعيد توزيعه وأن تغيّره وفق شروط رخصة غنو العمومية العامة كما نشرتها مؤسسة البرمجيات الحرة، بإصدارها الثالث أو أي إصدار بعده. وهو يأتي بلا أي ضمان.</translation>
    </message>
    <message>
        <source>How common words are; Robyn Speer</source>
        <translation>مدى شيوع الكلمات؛ روبين سبير</translation>
    </message>
    <message>
        <source>Which kinds of words follow each other, counted in their texts</source>
        <translation>أي أنواع الكلمات يلي بعضها بعضًا، معدودةً في نصوصهما</translation>
    </message>
    <message>
        <source>Installed: %1.</source>
        <translation>مثبَّت: %1.</translation>
    </message>
    <message>
        <source>Not installed; extra “%1”.</source>
        <translation>غير مثبَّت؛ الإضافة «%1».</translation>
    </message>
    <message>
        <source>Words explained: parts, lemma, root, meaning.</source>
        <translation>شرح الكلمات: الأجزاء والمدخل والجذر والمعنى.</translation>
    </message>
    <message>
        <source>Your dictionary, from %1</source>
        <translation>معجمك، من %1</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>الرخصة غير مذكورة</translation>
    </message>
    <message>
        <source>The window and its text</source>
        <translation>النافذة ونصها</translation>
    </message>
    <message>
        <source>The typeface of the page, by Khaled Hosny</source>
        <translation>خط الصفحة، من عمل خالد حسني</translation>
    </message>
    <message>
        <source>The library file</source>
        <translation>ملف المكتبة</translation>
    </message>
    <message>
        <source>Direction of paragraphs</source>
        <translation>اتجاه الفقرات</translation>
    </message>
    <message>
        <source>Joined letters in terminals</source>
        <translation>وصل الحروف في الطرفيات</translation>
    </message>
    <message>
        <source>Names of countries, months and units</source>
        <translation>أسماء البلدان والشهور والوحدات</translation>
    </message>
    <message>
        <source>Names of cities</source>
        <translation>أسماء المدن</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The settings in %1 could not be read (%2); the usual ones are in use.</source>
        <translation>تعذّرت قراءة الإعدادات في %1 (%2)، فاستُعملت الإعدادات المعتادة.</translation>
    </message>
    <message>
        <source>The window closes when the change is saved.</source>
        <translation>تُغلق النافذة حين يُحفظ التغيير.</translation>
    </message>
</context>
<context>
    <name>DialogDesk</name>
    <message>
        <source>Open a text</source>
        <translation>فتح نص</translation>
    </message>
</context>
<context>
    <name>Dictionaries</name>
    <message>
        <source>Not written in UTF-8: %1</source>
        <translation>غير مكتوب بترميز UTF-8: ‏%1</translation>
    </message>
    <message>
        <source>Without a headword: %1</source>
        <translation>بلا مدخل: %1</translation>
    </message>
    <message>
        <source>Headwords longer than %2 characters: %1</source>
        <translation>مداخل أطول من %2 حرف: %1</translation>
    </message>
    <message>
        <source>Without an article: %1</source>
        <translation>بلا شرح: %1</translation>
    </message>
    <message>
        <source>Articles too long, of which the end is missing: %1</source>
        <translation>شروح أطول من اللازم حُذف آخرها: %1</translation>
    </message>
    <message>
        <source>Entries that the dictionary says it has, and that it has:</source>
        <translation>عدد المداخل الذي يذكره المعجم، وعددها فيه:</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>المدخل %1</translation>
    </message>
    <message>
        <source>synonym %1</source>
        <translation>المرادف %1</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>السجل %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>السطر %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>البايت %1</translation>
    </message>
    <message>
        <source>of the index</source>
        <translation>من الفهرس</translation>
    </message>
    <message>
        <source>the index</source>
        <translation>الفهرس</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Parts of a kind that is not known: %1</source>
        <translation>أجزاء من نوع غير معروف: %1</translation>
    </message>
    <message>
        <source>Not as the format demands: %1</source>
        <translation>ليست على ما تقتضيه الصيغة: %1</translation>
    </message>
</context>
<context>
    <name>DictionariesDesk</name>
    <message numerus="yes">
        <source>%n entries of %1 were taken in.</source>
        <translation>
            <numerusform>لم يُضف أي مدخل من %1.</numerusform>
            <numerusform>أُضيف مدخل واحد من %1.</numerusform>
            <numerusform>أُضيف مدخلان من %1.</numerusform>
            <numerusform>أُضيفت %n مداخل من %1.</numerusform>
            <numerusform>أُضيف %n مدخلًا من %1.</numerusform>
            <numerusform>أُضيف %n مدخل من %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The dictionary that was being read is not there.</source>
        <translation>أُوقف. لم يبق شيء من المعجم الذي كان يُقرأ.</translation>
    </message>
</context>
<context>
    <name>DictionariesDialog</name>
    <message>
        <source>Reading %1…</source>
        <translation>قراءة %1…</translation>
    </message>
    <message>
        <source>A dictionary called “%1” is there already, with other content.</source>
        <translation>هناك معجم اسمه «%1» ومحتواه غير هذا.</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>المعاجم</translation>
    </message>
    <message>
        <source>Take this one in as well? The other one stays.</source>
        <translation>أتريد إضافة هذا أيضًا؟ يبقى الآخر كما هو.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>إضافته</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>How much of the dictionary is read</source>
        <translation>مقدار ما قُرئ من المعجم</translation>
    </message>
    <message>
        <source>There is no dictionary yet. Add files that you have: StarDict, dictd, DSL, Yomitan, MDict, Babylon and others, packed or not. They are copied into a form that answers at once; nothing is downloaded.</source>
        <translation>لا معاجم بعد. أضف ما عندك من ملفات: StarDict وdictd وDSL وYomitan وMDict وBabylon وغيرها، مضغوطة أو غير مضغوطة. تُنسخ في صيغة تجيب في الحال، ولا يُنزَّل شيء من الشبكة.</translation>
    </message>
    <message>
        <source>Add a dictionary…</source>
        <translation>إضافة معجم…</translation>
    </message>
    <message>
        <source>Add dictionaries</source>
        <translation>إضافة معاجم</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Remove the dictionary “%1”?</source>
        <translation>أتريد حذف المعجم «%1»؟</translation>
    </message>
    <message>
        <source>The file it was read from stays where it is, and can be added again.</source>
        <translation>يبقى الملف الذي قُرئ منه في مكانه، ويمكن إضافته من جديد.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>DictionaryDetails</name>
    <message>
        <source>Nothing is found for %1.</source>
        <translation>لم يوجد شيء عن %1.</translation>
    </message>
    <message>
        <source>Look a word up in all that are ticked</source>
        <translation>ابحث عن كلمة في كل المعاجم المعلَّمة</translation>
    </message>
    <message>
        <source>What the dictionaries say</source>
        <translation>ما تقوله المعاجم</translation>
    </message>
    <message>
        <source>Description, and what was left out</source>
        <translation>وصف المعجم وما تُرك منه</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>المداخل</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المؤلف</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>قُرئ من</translation>
    </message>
    <message>
        <source>What was left out or changed</source>
        <translation>ما تُرك أو غُيّر</translation>
    </message>
</context>
<context>
    <name>DictionaryList</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>لا مداخل</numerusform>
            <numerusform>مدخل واحد</numerusform>
            <numerusform>مدخلان</numerusform>
            <numerusform>%n مداخل</numerusform>
            <numerusform>%n مدخلًا</numerusform>
            <numerusform>%n مدخل</numerusform>
        </translation>
    </message>
    <message>
        <source>Dictionaries; one that is not ticked is not asked</source>
        <translation>المعاجم؛ ما لا علامة أمامه لا يُسأل</translation>
    </message>
    <message>
        <source>Alt with an arrow moves one up or down, Delete removes it.</source>
        <translation>ينقل Alt مع سهم المعجمَ إلى أعلى أو أسفل، ويحذفه Delete.</translation>
    </message>
    <message>
        <source>Those that are ticked are asked; the upper ones answer first.</source>
        <translation>تُسأل المعاجم المعلَّمة، والعليا منها تجيب أولًا.</translation>
    </message>
    <message>
        <source>Installed on this computer</source>
        <translation>مثبَّتة على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Dictionaries that are installed on this computer</source>
        <translation>معاجم مثبَّتة على هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>إلى أ&amp;على</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>إلى أس&amp;فل</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Remove the dictionary</source>
        <translation>حذف المعجم</translation>
    </message>
    <message>
        <source>Add &amp;this one</source>
        <translation>إضافة &amp;هذا</translation>
    </message>
</context>
<context>
    <name>DocumentDesk</name>
    <message>
        <source>The file was damaged: its text may be wrong or incomplete.</source>
        <translation>كان الملف تالفا، فقد يكون نصه خاطئا أو ناقصا.</translation>
    </message>
    <message>
        <source>The text was read from its file with likely errors. Compare it with the file.</source>
        <translation>قرئ النص من ملفه وفيه أخطاء على الأرجح. قابله بالملف.</translation>
    </message>
    <message>
        <source>Some pages are pictures without text.</source>
        <translation>بعض الصفحات صور بلا نص.</translation>
    </message>
    <message>
        <source>The file ended in the middle; the text is what there was.</source>
        <translation>انقطع الملف في وسطه، والنص ما وجد منه.</translation>
    </message>
    <message>
        <source>Some characters of the file could not be read and became “�”.</source>
        <translation>تعذرت قراءة بعض محارف الملف فصارت «�».</translation>
    </message>
    <message>
        <source>Direction of the paragraph: as its letters say.</source>
        <translation>اتجاه الفقرة: بحسب حروفها.</translation>
    </message>
    <message>
        <source>Direction of the paragraph: right to left.</source>
        <translation>اتجاه الفقرة: من اليمين إلى اليسار.</translation>
    </message>
    <message>
        <source>Direction of the paragraph: left to right.</source>
        <translation>اتجاه الفقرة: من اليسار إلى اليمين.</translation>
    </message>
</context>
<context>
    <name>DocumentTableModel</name>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>المحارف</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message numerus="yes">
        <source>%n tags lost their sure place when the text changed.</source>
        <translation>
            <numerusform>لم يفقد أي وسم موضعه المؤكد حين تغيّر النص.</numerusform>
            <numerusform>فقد وسم واحد موضعه المؤكد حين تغيّر النص.</numerusform>
            <numerusform>فقد وسمان موضعيهما المؤكدين حين تغيّر النص.</numerusform>
            <numerusform>فقدت %n وسوم مواضعها المؤكدة حين تغيّر النص.</numerusform>
            <numerusform>فقد %n وسمًا موضعه المؤكد حين تغيّر النص.</numerusform>
            <numerusform>فقد %n وسم موضعه المؤكد حين تغيّر النص.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, read from %2</source>
        <translation>%1، قُرئ من %2</translation>
    </message>
</context>
<context>
    <name>DocumentsDialog</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Find a title</source>
        <translation>ابحث عن عنوان</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>النصوص</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>No document has such a title.</source>
        <translation>لا نص بهذا العنوان.</translation>
    </message>
    <message>
        <source>Show all documents</source>
        <translation>إظهار جميع النصوص</translation>
    </message>
    <message>
        <source>The library is empty. Open a text file, and it is kept here.</source>
        <translation>المكتبة فارغة. افتح ملفاً نصياً يُحفظ هنا.</translation>
    </message>
</context>
<context>
    <name>EarlierTextDialog</name>
    <message>
        <source>An earlier text, of %1. It is here to be read; tags are in the text in force.</source>
        <translation>نص سابق، بتاريخ %1. هو هنا للقراءة، والوسوم في النص المعمول به.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>setting a tag</source>
        <translation>وضع وسم</translation>
    </message>
    <message>
        <source>setting several tags</source>
        <translation>وضع عدة وسوم</translation>
    </message>
    <message>
        <source>removing a tag</source>
        <translation>إزالة وسم</translation>
    </message>
    <message>
        <source>removing several tags</source>
        <translation>إزالة عدة وسوم</translation>
    </message>
    <message>
        <source>changing a tag</source>
        <translation>تغيير وسم</translation>
    </message>
    <message>
        <source>changing several tags</source>
        <translation>تغيير عدة وسوم</translation>
    </message>
    <message>
        <source>relating two tags</source>
        <translation>ربط وسمين</translation>
    </message>
    <message>
        <source>changing a relation</source>
        <translation>تغيير علاقة</translation>
    </message>
    <message>
        <source>removing a relation</source>
        <translation>إزالة علاقة</translation>
    </message>
    <message>
        <source>a new kind of tag</source>
        <translation>نوع جديد من الوسوم</translation>
    </message>
    <message>
        <source>changing a kind of tag</source>
        <translation>تغيير نوع من الوسوم</translation>
    </message>
    <message>
        <source>another order of the tags</source>
        <translation>ترتيب آخر للوسوم</translation>
    </message>
    <message>
        <source>merging tags</source>
        <translation>دمج أنواع من الوسوم</translation>
    </message>
    <message>
        <source>deleting a kind of tag</source>
        <translation>حذف نوع من الوسوم</translation>
    </message>
    <message>
        <source>accepting a suggestion</source>
        <translation>قبول اقتراح</translation>
    </message>
    <message>
        <source>accepting several suggestions</source>
        <translation>قبول عدة اقتراحات</translation>
    </message>
    <message>
        <source>rejecting a suggestion</source>
        <translation>رفض اقتراح</translation>
    </message>
    <message>
        <source>rejecting several suggestions</source>
        <translation>رفض عدة اقتراحات</translation>
    </message>
    <message>
        <source>accepting a corrected suggestion</source>
        <translation>قبول اقتراح مصحَّح</translation>
    </message>
    <message>
        <source>accepting a suggestion with another tag</source>
        <translation>قبول اقتراح بوسم آخر</translation>
    </message>
    <message>
        <source>a new entity</source>
        <translation>كيان جديد</translation>
    </message>
    <message>
        <source>changing an entity</source>
        <translation>تغيير كيان</translation>
    </message>
    <message>
        <source>deleting an entity</source>
        <translation>حذف كيان</translation>
    </message>
    <message>
        <source>deleting several entities</source>
        <translation>حذف كيانات</translation>
    </message>
    <message>
        <source>merging entities</source>
        <translation>دمج كيانات</translation>
    </message>
    <message>
        <source>splitting an entity</source>
        <translation>تقسيم كيان</translation>
    </message>
    <message>
        <source>linking to an entity</source>
        <translation>ربط بكيان</translation>
    </message>
    <message>
        <source>linking several tags to an entity</source>
        <translation>ربط وسوم بكيان</translation>
    </message>
    <message>
        <source>removing a link to an entity</source>
        <translation>فك ربط بكيان</translation>
    </message>
    <message>
        <source>removing several links to entities</source>
        <translation>فك ربط وسوم بكيانات</translation>
    </message>
    <message>
        <source>refusing a link to an entity</source>
        <translation>رفض ربط بكيان</translation>
    </message>
    <message>
        <source>importing entities</source>
        <translation>استيراد كيانات</translation>
    </message>
    <message>
        <source>importing annotations</source>
        <translation>استيراد الوسوم</translation>
    </message>
    <message>
        <source>a new term base</source>
        <translation>قاعدة مصطلحات جديدة</translation>
    </message>
    <message>
        <source>changing a term base</source>
        <translation>تغيير قاعدة مصطلحات</translation>
    </message>
    <message>
        <source>another order of the term bases</source>
        <translation>ترتيب آخر لقواعد المصطلحات</translation>
    </message>
    <message>
        <source>removing a term base</source>
        <translation>حذف قاعدة مصطلحات</translation>
    </message>
    <message>
        <source>adding terms</source>
        <translation>إضافة مصطلحات</translation>
    </message>
    <message>
        <source>changing a term</source>
        <translation>تغيير مصطلح</translation>
    </message>
    <message>
        <source>removing terms</source>
        <translation>حذف مصطلحات</translation>
    </message>
    <message>
        <source>“not this term”</source>
        <translation>«ليس هذا المصطلح»</translation>
    </message>
    <message>
        <source>importing terms</source>
        <translation>استيراد مصطلحات</translation>
    </message>
    <message>
        <source>choosing a reading</source>
        <translation>اختيار قراءة</translation>
    </message>
    <message>
        <source>taking back a chosen reading</source>
        <translation>التراجع عن قراءة مختارة</translation>
    </message>
    <message>
        <source>how well a word is known</source>
        <translation>مدى معرفة كلمة</translation>
    </message>
    <message>
        <source>how well several words are known</source>
        <translation>مدى معرفة عدة كلمات</translation>
    </message>
    <message>
        <source>making a card</source>
        <translation>إنشاء بطاقة</translation>
    </message>
    <message>
        <source>making several cards</source>
        <translation>إنشاء عدة بطاقات</translation>
    </message>
    <message>
        <source>changing a card</source>
        <translation>تغيير بطاقة</translation>
    </message>
    <message>
        <source>removing a card</source>
        <translation>إزالة بطاقة</translation>
    </message>
    <message>
        <source>removing several cards</source>
        <translation>إزالة عدة بطاقات</translation>
    </message>
    <message>
        <source>correcting the text</source>
        <translation>تصحيح النص</translation>
    </message>
    <message>
        <source>updating the text</source>
        <translation>تحديث النص</translation>
    </message>
    <message>
        <source>repairing the text</source>
        <translation>إصلاح النص</translation>
    </message>
    <message>
        <source>going back to an earlier text</source>
        <translation>الرجوع إلى نص سابق</translation>
    </message>
    <message>
        <source>giving a tag its place</source>
        <translation>وضع وسم في موضعه</translation>
    </message>
    <message>
        <source>giving several tags their places</source>
        <translation>وضع عدة وسوم في مواضعها</translation>
    </message>
    <message>
        <source>leaving tags without a place</source>
        <translation>ترك وسوم بلا موضع</translation>
    </message>
    <message>
        <source>removing tags without a place</source>
        <translation>حذف وسوم بلا موضع</translation>
    </message>
    <message>
        <source>changing the document</source>
        <translation>تغيير بيانات النص</translation>
    </message>
    <message>
        <source>turning paragraphs</source>
        <translation>تغيير اتجاه فقرات</translation>
    </message>
    <message>
        <source>removing the document</source>
        <translation>إزالة النص</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message>
        <source>&amp;Encoding</source>
        <translation>ال&amp;ترميز</translation>
    </message>
</context>
<context>
    <name>EncodingDesk</name>
    <message numerus="yes">
        <source>%n tags lost their place, for the letters are others now. They are kept for review.</source>
        <translation>
            <numerusform>لم يفقد وسم موضعه.</numerusform>
            <numerusform>فقد وسم واحد موضعه لأن الحروف تغيرت، وهو محفوظ للمراجعة.</numerusform>
            <numerusform>فقد وسمان موضعيهما لأن الحروف تغيرت، وهما محفوظان للمراجعة.</numerusform>
            <numerusform>فقدت %n وسوم مواضعها لأن الحروف تغيرت، وهي محفوظة للمراجعة.</numerusform>
            <numerusform>فقد %n وسمًا مواضعها لأن الحروف تغيرت، وهي محفوظة للمراجعة.</numerusform>
            <numerusform>فقد %n وسم مواضعها لأن الحروف تغيرت، وهي محفوظة للمراجعة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Are the letters of %1 wrong? Choose the encoding in which they are right.</source>
        <translation>هل حروف %1 غير صحيحة؟ اختر الترميز الذي تصح فيه.</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>الترميزات</translation>
    </message>
    <message>
        <source>The beginning of the text in this encoding</source>
        <translation>بداية النص بهذا الترميز</translation>
    </message>
    <message>
        <source>&amp;Join lines that were broken at a width</source>
        <translation>&amp;وصل الأسطر المكسورة عند عرض ثابت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Read so</source>
        <translation>قراءة هكذا</translation>
    </message>
    <message>
        <source>%1 (does not fit)</source>
        <translation>%1 (لا يناسب)</translation>
    </message>
</context>
<context>
    <name>EntitiesDialog</name>
    <message numerus="yes">
        <source>%n entities are selected. Merge them if they are one and the same.</source>
        <translation>
            <numerusform>لم يُختر كيان.</numerusform>
            <numerusform>اختير كيان واحد.</numerusform>
            <numerusform>اختير كيانان. ادمجهما إن كانا شيئًا واحدًا.</numerusform>
            <numerusform>اختيرت %n كيانات. ادمجها إن كانت شيئًا واحدًا.</numerusform>
            <numerusform>اختير %n كيانًا. ادمجها إن كانت شيئًا واحدًا.</numerusform>
            <numerusform>اختير %n كيان. ادمجها إن كانت شيئًا واحدًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an entity to see its names and every place that mentions it.</source>
        <translation>اختر كيانًا لترى أسماءه وكل موضع يذكره.</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>A tag with the name of an entity:</source>
        <translation>وسمٌ باسم كيان:</translation>
    </message>
    <message>
        <source>do nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>offer the link</source>
        <translation>عرض الربط</translation>
    </message>
    <message>
        <source>link and tell</source>
        <translation>الربط مع الإخبار</translation>
    </message>
</context>
<context>
    <name>EntityEdits</name>
    <message>
        <source>The links are being changed…</source>
        <translation>تُغيَّر الروابط…</translation>
    </message>
</context>
<context>
    <name>EntityFiles</name>
    <message>
        <source>Import entities</source>
        <translation>استيراد كيانات</translation>
    </message>
    <message>
        <source>Tables and SKOS (*.csv *.tsv *.txt *.jsonld *.json)</source>
        <translation>جداول وSKOS ‏(*.csv *.tsv *.txt *.jsonld *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>The file is being compared with the library…</source>
        <translation>يُقارن الملف بالمكتبة…</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>SKOS concepts (*.jsonld)</source>
        <translation>مفاهيم SKOS ‏(*.jsonld)</translation>
    </message>
    <message>
        <source>Export entities</source>
        <translation>تصدير الكيانات</translation>
    </message>
    <message numerus="yes">
        <source>%n entities were exported.</source>
        <translation>
            <numerusform>لم يُصدَّر كيان.</numerusform>
            <numerusform>صُدِّر كيان واحد.</numerusform>
            <numerusform>صُدِّر كيانان.</numerusform>
            <numerusform>صُدِّرت %n كيانات.</numerusform>
            <numerusform>صُدِّر %n كيانًا.</numerusform>
            <numerusform>صُدِّر %n كيان.</numerusform>
        </translation>
    </message>
    <message>
        <source>The entities are being exported…</source>
        <translation>تُصدَّر الكيانات…</translation>
    </message>
    <message numerus="yes">
        <source>%n new entities were imported.</source>
        <translation>
            <numerusform>لا كيان جديد فيما استورد.</numerusform>
            <numerusform>استورد كيان جديد واحد.</numerusform>
            <numerusform>استورد كيانان جديدان.</numerusform>
            <numerusform>استوردت %n كيانات جديدة.</numerusform>
            <numerusform>استورد %n كيانًا جديدًا.</numerusform>
            <numerusform>استورد %n كيان جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>The entities are being imported…</source>
        <translation>تُستورد الكيانات…</translation>
    </message>
</context>
<context>
    <name>EntityForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>&amp;Other names</source>
        <translation>أسماء أ&amp;خرى</translation>
    </message>
    <message>
        <source>In other &amp;languages</source>
        <translation>&amp;بلغات أخرى</translation>
    </message>
    <message>
        <source>&amp;Identifiers</source>
        <translation>ال&amp;معرّفات</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>مل&amp;احظة</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>واحد في كل سطر</translation>
    </message>
    <message>
        <source>One on each line, such as en: Baku</source>
        <translation>واحد في كل سطر، مثل: en: Baku</translation>
    </message>
    <message>
        <source>One on each line, such as wikidata:Q9248 or geonames:587084</source>
        <translation>واحد في كل سطر، مثل: wikidata:Q9248 أو geonames:587084</translation>
    </message>
    <message>
        <source>What tells it from others of its name</source>
        <translation>ما يميّزه من غيره ممن له هذا الاسم</translation>
    </message>
    <message>
        <source>In Latin letters</source>
        <translation>بحروف لاتينية</translation>
    </message>
    <message>
        <source>Offers spellings of the Arabic name; take away those that do not fit.</source>
        <translation>يعرض كتابات للاسم العربي؛ احذف منها ما لا يناسب.</translation>
    </message>
    <message>
        <source>Without a kind</source>
        <translation>بلا نوع</translation>
    </message>
</context>
<context>
    <name>EntityImportDialog</name>
    <message>
        <source>Import entities</source>
        <translation>استيراد كيانات</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>ما سيفعله الاستيراد</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>الكيان</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>ما يقال عنه</translation>
    </message>
    <message>
        <source>Where the library and the file contradict each other:</source>
        <translation>حيث تتعارض المكتبة والملف:</translation>
    </message>
    <message>
        <source>The library is right; what the file says besides is added.</source>
        <translation>الصواب ما في المكتبة، ويضاف إليه ما في الملف من غير ذلك.</translation>
    </message>
    <message>
        <source>The file is right; the names of the library stay as other names.</source>
        <translation>الصواب ما في الملف، وتبقى أسماء المكتبة أسماء أخرى.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>جديد واحد</numerusform>
            <numerusform>جديدان</numerusform>
            <numerusform>%n جديدة</numerusform>
            <numerusform>%n جديدًا</numerusform>
            <numerusform>%n جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>لا تغيير</numerusform>
            <numerusform>تغيير واحد</numerusform>
            <numerusform>تغييران</numerusform>
            <numerusform>%n تغييرات</numerusform>
            <numerusform>%n تغييرًا</numerusform>
            <numerusform>%n تغيير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same as in the library</source>
        <translation>
            <numerusform>لا شيء كما في المكتبة</numerusform>
            <numerusform>واحد كما في المكتبة</numerusform>
            <numerusform>اثنان كما في المكتبة</numerusform>
            <numerusform>%n كما في المكتبة</numerusform>
            <numerusform>%n كما في المكتبة</numerusform>
            <numerusform>%n كما في المكتبة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3, %4.</source>
        <translation>%1: ‏%2، %3، %4.</translation>
    </message>
    <message>
        <source>New (%1)</source>
        <translation>جديد (%1)</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>متغيّر (%1)</translation>
    </message>
    <message>
        <source>In contradiction (%1)</source>
        <translation>متعارض (%1)</translation>
    </message>
    <message>
        <source>Not imported (%1)</source>
        <translation>لا يُستورد (%1)</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>gets %1</source>
        <translation>يضاف إليه: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>is as it was</source>
        <translation>كما كان</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>السطر %1</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>السجل %1</translation>
    </message>
    <message>
        <source>several entities have this name, so a new one is made</source>
        <translation>لعدة كيانات هذا الاسم، فيُنشأ كيان جديد</translation>
    </message>
    <message>
        <source>%1 belongs to another entity, and stays there</source>
        <translation>المعرّف %1 لكيان آخر، ويبقى له</translation>
    </message>
    <message>
        <source>the library says %1, the file %2</source>
        <translation>في المكتبة %1، وفي الملف %2</translation>
    </message>
    <message>
        <source>there is no place for this</source>
        <translation>لا موضع له هنا</translation>
    </message>
    <message numerus="yes">
        <source>no tag is called so; %n entities have no kind</source>
        <translation>
            <numerusform>لا وسم بهذا الاسم</numerusform>
            <numerusform>لا وسم بهذا الاسم؛ كيان واحد بلا نوع</numerusform>
            <numerusform>لا وسم بهذا الاسم؛ كيانان بلا نوع</numerusform>
            <numerusform>لا وسم بهذا الاسم؛ %n كيانات بلا نوع</numerusform>
            <numerusform>لا وسم بهذا الاسم؛ %n كيانًا بلا نوع</numerusform>
            <numerusform>لا وسم بهذا الاسم؛ %n كيان بلا نوع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityLinking</name>
    <message>
        <source>Give the words a tag first; it says what kind of thing the new entity is.</source>
        <translation>ضع على الكلمات وسمًا أولًا، فهو يقول ما نوع الكيان الجديد.</translation>
    </message>
    <message>
        <source>%1 is an entity of the library now.</source>
        <translation>صار %1 كيانًا في المكتبة.</translation>
    </message>
    <message>
        <source>%1 is not offered for these words in this text again.</source>
        <translation>لن يُعرض %1 لهذه الكلمات في هذا النص ثانية.</translation>
    </message>
    <message numerus="yes">
        <source>%n tags are linked to %1 now.</source>
        <translation>
            <numerusform>لم يُربط وسم بالكيان %1.</numerusform>
            <numerusform>رُبط وسم واحد بالكيان %1.</numerusform>
            <numerusform>رُبط وسمان بالكيان %1.</numerusform>
            <numerusform>رُبطت %n وسوم بالكيان %1.</numerusform>
            <numerusform>رُبط %n وسمًا بالكيان %1.</numerusform>
            <numerusform>رُبط %n وسم بالكيان %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message>
        <source>Find a name or an identifier</source>
        <translation>ابحث عن اسم أو معرّف</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>بالاسم</translation>
    </message>
    <message>
        <source>By mentions</source>
        <translation>بعدد المواضع</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>جديد…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Select two or more entities that are the same thing.</source>
        <translation>اختر كيانين أو أكثر هي شيء واحد.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Without a kind</source>
        <translation>بلا نوع</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>لا كيان</numerusform>
            <numerusform>كيان واحد</numerusform>
            <numerusform>كيانان</numerusform>
            <numerusform>%n كيانات</numerusform>
            <numerusform>%n كيانًا</numerusform>
            <numerusform>%n كيان</numerusform>
        </translation>
    </message>
    <message>
        <source>No entity has such a name, or is of this kind.</source>
        <translation>لا كيان بهذا الاسم أو من هذا النوع.</translation>
    </message>
    <message>
        <source>Show all entities</source>
        <translation>عرض كل الكيانات</translation>
    </message>
    <message>
        <source>An entity is a person, a place, a body or a thing that texts mention, under whatever names. Link a tag to one with Ctrl+K, or import a list.</source>
        <translation>الكيان شخص أو مكان أو هيئة أو شيء تذكره النصوص بأي اسم كان. اربط به وسمًا بالمفتاحين Ctrl+K، أو استورد قائمة.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
</context>
<context>
    <name>EntityMentionList</name>
    <message>
        <source>%1, in %2 of the same texts</source>
        <translation>%1، في %2 من النصوص نفسها</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>فصل…</translation>
    </message>
    <message>
        <source>The selected mentions are of another entity, a new one.</source>
        <translation>المواضع المختارة لكيان آخر جديد.</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>فك الربط</translation>
    </message>
    <message>
        <source>The selected tags stay, but mention no entity.</source>
        <translation>تبقى الوسوم المختارة، ولا تذكر كيانًا.</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>الذهاب إلى الموضع</translation>
    </message>
    <message>
        <source>In the same texts:</source>
        <translation>في النصوص نفسها:</translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>لا موضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n texts</source>
        <translation>
            <numerusform>في لا نص</numerusform>
            <numerusform>في نص واحد</numerusform>
            <numerusform>في نصين</numerusform>
            <numerusform>في %n نصوص</numerusform>
            <numerusform>في %n نصًا</numerusform>
            <numerusform>في %n نص</numerusform>
        </translation>
    </message>
    <message>
        <source>No tag is linked to this entity yet. Set a tag off on the page and press Ctrl+K.</source>
        <translation>لا وسم مربوط بهذا الكيان بعد. انقر وسمًا في الصفحة ثم اضغط Ctrl+K.</translation>
    </message>
</context>
<context>
    <name>EntityMergeDialog</name>
    <message>
        <source>Merge entities</source>
        <translation>دمج كيانات</translation>
    </message>
    <message>
        <source>These become one entity with all their mentions and names. Which name is the first?</source>
        <translation>تصير هذه كيانًا واحدًا بكل مواضعها وأسمائها. أيّ الأسماء هو الأول؟</translation>
    </message>
    <message>
        <source>They contradict each other. What is right?</source>
        <translation>بينها تعارض. ما الصواب؟</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message numerus="yes">
        <source>%n mentions will be linked to %1.</source>
        <translation>
            <numerusform>لا موضع يُربط بالكيان %1.</numerusform>
            <numerusform>سيُربط موضع واحد بالكيان %1.</numerusform>
            <numerusform>سيُربط موضعان بالكيان %1.</numerusform>
            <numerusform>ستُربط %n مواضع بالكيان %1.</numerusform>
            <numerusform>سيُربط %n موضعًا بالكيان %1.</numerusform>
            <numerusform>سيُربط %n موضع بالكيان %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its other names: %1</source>
        <translation>أسماؤه الأخرى: %1</translation>
    </message>
    <message>
        <source>Keep all of them</source>
        <translation>إبقاؤها كلها</translation>
    </message>
</context>
<context>
    <name>EntityOffers</name>
    <message numerus="yes">
        <source>%n tags are linked to %1 now.</source>
        <translation>
            <numerusform>لم يُربط وسم بالكيان %1.</numerusform>
            <numerusform>رُبط وسم واحد بالكيان %1.</numerusform>
            <numerusform>رُبط وسمان بالكيان %1.</numerusform>
            <numerusform>رُبطت %n وسوم بالكيان %1.</numerusform>
            <numerusform>رُبط %n وسمًا بالكيان %1.</numerusform>
            <numerusform>رُبط %n وسم بالكيان %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags are linked now.</source>
        <translation>
            <numerusform>لم يُربط وسم.</numerusform>
            <numerusform>رُبط وسم واحد.</numerusform>
            <numerusform>رُبط وسمان.</numerusform>
            <numerusform>رُبطت %n وسوم.</numerusform>
            <numerusform>رُبط %n وسمًا.</numerusform>
            <numerusform>رُبط %n وسم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have the name of an entity. Ctrl+Shift+K links them.</source>
        <translation>
            <numerusform>لا وسم باسم كيان.</numerusform>
            <numerusform>وسم واحد باسم كيان. ‏Ctrl+Shift+K يربطه.</numerusform>
            <numerusform>وسمان باسم كيان. ‏Ctrl+Shift+K يربطهما.</numerusform>
            <numerusform>%n وسوم بأسماء كيانات. ‏Ctrl+Shift+K يربطها.</numerusform>
            <numerusform>%n وسمًا بأسماء كيانات. ‏Ctrl+Shift+K يربطها.</numerusform>
            <numerusform>%n وسم بأسماء كيانات. ‏Ctrl+Shift+K يربطها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Show the entity…</source>
        <translation>عرض الكيان…</translation>
    </message>
    <message>
        <source>Link to %1</source>
        <translation>ربط بالكيان %1</translation>
    </message>
    <message>
        <source>It is not that one</source>
        <translation>ليس هو</translation>
    </message>
    <message>
        <source>Link to an entity…</source>
        <translation>ربط بكيان…</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>إظهاره في الصفحة</translation>
    </message>
    <message>
        <source>Take the link away</source>
        <translation>فك الربط</translation>
    </message>
    <message>
        <source>Entities of the text</source>
        <translation>كيانات النص</translation>
    </message>
    <message>
        <source>Return goes to a mention or asks who is meant, A links to the entity offered, R refuses it.</source>
        <translation>مفتاح الإدخال يذهب إلى الموضع أو يسأل عن المقصود، وA يربط بالكيان المعروض، وR يرفضه.</translation>
    </message>
    <message>
        <source>All entities…</source>
        <translation>كل الكيانات…</translation>
    </message>
    <message>
        <source>Open a text, and the entities it mentions are listed here.</source>
        <translation>افتح نصًا تظهر هنا الكيانات التي يذكرها.</translation>
    </message>
    <message>
        <source>Here stand the people, places and things the text mentions. Tag their names first; then a tag is linked to an entity with Ctrl+K.</source>
        <translation>هنا يظهر من يذكرهم النص وما يذكره من أماكن وأشياء. ضع الوسوم على أسمائهم أولًا، ثم يُربط الوسم بكيان بالمفتاحين Ctrl+K.</translation>
    </message>
</context>
<context>
    <name>EntityPicker</name>
    <message>
        <source>New entity “%1”</source>
        <translation>كيان جديد «%1»</translation>
    </message>
    <message>
        <source>Link to an entity</source>
        <translation>ربط بكيان</translation>
    </message>
    <message>
        <source>Find an entity, or name a new one</source>
        <translation>ابحث عن كيان أو سمِّ جديدًا</translation>
    </message>
    <message>
        <source>Entities that may be meant</source>
        <translation>كيانات لعلها المقصودة</translation>
    </message>
    <message>
        <source>What is linked</source>
        <translation>ما يُربط</translation>
    </message>
    <message>
        <source>Return links, Delete says that it is not this one, Tab goes on, Escape closes.</source>
        <translation>الإدخال يربط، وDelete يقول إنه ليس هذا، وTab ينتقل، وEsc يغلق.</translation>
    </message>
    <message>
        <source>Who or what is “%1”?</source>
        <translation>من «%1» أو ما هو؟</translation>
    </message>
    <message>
        <source>“%1” is linked to %2.</source>
        <translation>«%1» مربوط بالكيان %2.</translation>
    </message>
    <message>
        <source>Take the link away</source>
        <translation>فك الربط</translation>
    </message>
    <message>
        <source>Link this tag only</source>
        <translation>ربط هذا الوسم وحده</translation>
    </message>
    <message numerus="yes">
        <source>Link all %n tags like this in the text</source>
        <translation>
            <numerusform>لا وسم مثله في النص</numerusform>
            <numerusform>ربط الوسم الذي مثله في النص</numerusform>
            <numerusform>ربط الوسمين المتماثلين في النص</numerusform>
            <numerusform>ربط الوسوم المتماثلة في النص (%n)</numerusform>
            <numerusform>ربط الوسوم المتماثلة في النص (%n)</numerusform>
            <numerusform>ربط الوسوم المتماثلة في النص (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose among all like this in the library…</source>
        <translation>اختيار مما يماثله في المكتبة كلها…</translation>
    </message>
</context>
<context>
    <name>EntityWishes</name>
    <message>
        <source>Name of the person, place or thing</source>
        <translation>اسم الشخص أو المكان أو الشيء</translation>
    </message>
    <message>
        <source>New entity</source>
        <translation>كيان جديد</translation>
    </message>
    <message>
        <source>Delete the entity %1?</source>
        <translation>أيُحذف الكيان %1؟</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entities?</source>
        <translation>
            <numerusform>لا كيان يُحذف.</numerusform>
            <numerusform>أيُحذف كيان واحد؟</numerusform>
            <numerusform>أيُحذف كيانان؟</numerusform>
            <numerusform>أتُحذف %n كيانات؟</numerusform>
            <numerusform>أيُحذف %n كيانًا؟</numerusform>
            <numerusform>أيُحذف %n كيان؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags lose their link; the tags themselves stay.</source>
        <translation>
            <numerusform>لا وسم يفقد ربطه.</numerusform>
            <numerusform>يفقد وسم واحد ربطه، ويبقى الوسم نفسه.</numerusform>
            <numerusform>يفقد وسمان ربطهما، ويبقى الوسمان.</numerusform>
            <numerusform>تفقد %n وسوم ربطها، وتبقى الوسوم نفسها.</numerusform>
            <numerusform>يفقد %n وسمًا ربطها، وتبقى الوسوم نفسها.</numerusform>
            <numerusform>يفقد %n وسم ربطها، وتبقى الوسوم نفسها.</numerusform>
        </translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>تراجعٌ واحد يعيد ذلك كله.</translation>
    </message>
    <message numerus="yes">
        <source>Name of the other entity, which the %n selected mentions get</source>
        <translation>
            <numerusform>اسم الكيان الآخر</numerusform>
            <numerusform>اسم الكيان الآخر، وله الذكر المختار</numerusform>
            <numerusform>اسم الكيان الآخر، وله الذكران المختاران</numerusform>
            <numerusform>اسم الكيان الآخر، وله المواضع المختارة (%n)</numerusform>
            <numerusform>اسم الكيان الآخر، وله المواضع المختارة (%n)</numerusform>
            <numerusform>اسم الكيان الآخر، وله المواضع المختارة (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>EntityWords</name>
    <message>
        <source>Without a kind</source>
        <translation>بلا نوع</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>لا موضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>غير مذكور</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>لم يرد</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتان</numerusform>
            <numerusform>%n مرات</numerusform>
            <numerusform>%n مرة</numerusform>
            <numerusform>%n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message numerus="yes">
        <source>%n times in this text</source>
        <translation>
            <numerusform>لم يرد في هذا النص</numerusform>
            <numerusform>مرة واحدة في هذا النص</numerusform>
            <numerusform>مرتان في هذا النص</numerusform>
            <numerusform>%n مرات في هذا النص</numerusform>
            <numerusform>%n مرة في هذا النص</numerusform>
            <numerusform>%n مرة في هذا النص</numerusform>
        </translation>
    </message>
    <message>
        <source>stands elsewhere with %1</source>
        <translation>يرد في غيره مع %1</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <translation>لعله %1</translation>
    </message>
    <message numerus="yes">
        <source>perhaps one of %n entities</source>
        <translation>
            <numerusform>لا كيان</numerusform>
            <numerusform>لعله كيان</numerusform>
            <numerusform>لعله أحد كيانين</numerusform>
            <numerusform>لعله أحد %n كيانات</numerusform>
            <numerusform>لعله أحد %n كيانًا</numerusform>
            <numerusform>لعله أحد %n كيان</numerusform>
        </translation>
    </message>
    <message>
        <source>In this text</source>
        <translation>في هذا النص</translation>
    </message>
    <message>
        <source>Not linked yet</source>
        <translation>لم تُربط بعد</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 في %2: %3</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>Whole entry</source>
        <translation>المدخل كاملًا</translation>
    </message>
    <message>
        <source>Look up %1</source>
        <translation>ابحث عن %1</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>Tagged: %1</source>
        <translation>موسوم: %1</translation>
    </message>
    <message>
        <source>Entity: %1</source>
        <translation>الكيان: %1</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>مقترح: %1</translation>
    </message>
    <message>
        <source>The lexicon is being prepared for the first time; that takes some seconds.</source>
        <translation>يُعَدّ المعجم لأول مرة، وسيستغرق ذلك بضع ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>%1 is being written…</source>
        <translation>تجري كتابة %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n tags were written</source>
        <translation>
            <numerusform>لم يُكتب وسم</numerusform>
            <numerusform>كُتب وسم واحد</numerusform>
            <numerusform>كُتب وسمان</numerusform>
            <numerusform>كُتبت %n أوسمة</numerusform>
            <numerusform>كُتب %n وسمًا</numerusform>
            <numerusform>كُتب %n وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>الملف %1: %2.</translation>
    </message>
    <message>
        <source>Copy the file’s path</source>
        <translation>نسخ مسار الملف</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export annotations</source>
        <translation>تصدير الوسوم</translation>
    </message>
    <message>
        <source>This file is only for programs; its first lines say nothing to people.</source>
        <translation>هذا الملف للبرامج وحدها، وأسطره الأولى لا تفيد القارئ.</translation>
    </message>
    <message>
        <source>The &amp;file begins so</source>
        <translation>م&amp;طلع الملف</translation>
    </message>
    <message>
        <source>What the &amp;file says</source>
        <translation>ما في ال&amp;ملف</translation>
    </message>
    <message>
        <source>The &amp;file holds %1; %2 begins so</source>
        <translation>في ال&amp;ملف %1، ومطلع %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًّا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of these documents is lost.</source>
        <translation>لا يضيع شيء من هذه المستندات.</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>ال&amp;مستندات</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>الأ&amp;وسمة</translation>
    </message>
    <message>
        <source>&amp;Names of tags</source>
        <translation>أ&amp;سماء الأوسمة</translation>
    </message>
    <message>
        <source>Write t&amp;o</source>
        <translation>المل&amp;ف</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>&amp;Suggestions too, marked as such, from a confidence of</source>
        <translation>الا&amp;قتراحات أيضًا، معلَّمة بأنها اقتراحات، بدءًا من ثقة</translation>
    </message>
    <message>
        <source>Least confidence of suggestions</source>
        <translation>أدنى ثقة للاقتراحات</translation>
    </message>
    <message>
        <source>With the te&amp;xts themselves</source>
        <translation>مع ال&amp;نصوص نفسها</translation>
    </message>
    <message>
        <source>Safe for sp&amp;readsheets: no cell is run as a formula</source>
        <translation>مأمون في &amp;جداول البيانات: لا تُنفَّذ خلية كأنها معادلة</translation>
    </message>
    <message>
        <source>What gets lost</source>
        <translation>ما يضيع</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>The open one: %1</source>
        <translation>المفتوح: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen ones</source>
        <translation>
            <numerusform>لا مستند مختار</numerusform>
            <numerusform>مستند مختار واحد</numerusform>
            <numerusform>مستندان مختاران</numerusform>
            <numerusform>%n مستندات مختارة</numerusform>
            <numerusform>%n مستندًا مختارًا</numerusform>
            <numerusform>%n مستند مختار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole library (%n documents)</source>
        <translation>
            <numerusform>المكتبة كلها (لا مستندات)</numerusform>
            <numerusform>المكتبة كلها (مستند واحد)</numerusform>
            <numerusform>المكتبة كلها (مستندان)</numerusform>
            <numerusform>المكتبة كلها (%n مستندات)</numerusform>
            <numerusform>المكتبة كلها (%n مستندًا)</numerusform>
            <numerusform>المكتبة كلها (%n مستند)</numerusform>
        </translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>كل الأوسمة</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen tags</source>
        <translation>
            <numerusform>لا وسم مختار</numerusform>
            <numerusform>وسم مختار واحد</numerusform>
            <numerusform>وسمان مختاران</numerusform>
            <numerusform>%n أوسمة مختارة</numerusform>
            <numerusform>%n وسمًا مختارًا</numerusform>
            <numerusform>%n وسم مختار</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents to export</source>
        <translation>المستندات المراد تصديرها</translation>
    </message>
    <message>
        <source>Tags to export</source>
        <translation>الأوسمة المراد تصديرها</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>There is no text in the library yet. Open one first.</source>
        <translation>لا نص في المكتبة بعد. افتح نصًّا أولًا.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>يجري العد…</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of a file.</source>
        <translation>هذا مجلد. أضف اسم ملف.</translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation>هذا الملف موجود وسيُستبدل.</translation>
    </message>
    <message>
        <source>There is no such folder. Choose one that exists.</source>
        <translation>لا مجلد بهذا الاسم. اختر مجلداً موجوداً.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>لم يوجد</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>يُبحث…</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعاً</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>ابحث في هذا النص</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>Find a format</source>
        <translation>البحث عن صيغة</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>الصيغ</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Keep everything</source>
        <translation>تحفظ كل شيء</translation>
    </message>
    <message>
        <source>Annotation tools</source>
        <translation>برامج الوسم</translation>
    </message>
    <message>
        <source>Corpora and training</source>
        <translation>المدوَّنات والتدريب</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>الجداول</translation>
    </message>
    <message>
        <source>For reading</source>
        <translation>للقراءة</translation>
    </message>
    <message>
        <source>Hashiya bundle</source>
        <translation>حزمة حاشية</translation>
    </message>
    <message>
        <source>Texts with everything said about them in one file, for another library.</source>
        <translation>النصوص وكل ما قيل فيها في ملف واحد، لمكتبة أخرى.</translation>
    </message>
    <message>
        <source>Hashiya JSON</source>
        <translation>‏JSON حاشية</translation>
    </message>
    <message>
        <source>One text with everything said about it, for programs of your own.</source>
        <translation>نص واحد وكل ما قيل فيه، لبرامجك الخاصة.</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>‏W3C Web Annotation</translation>
    </message>
    <message>
        <source>The open standard for annotations, in JSON-LD; the texts are not in it.</source>
        <translation>المعيار المفتوح للحواشي بصيغة JSON-LD، وليست النصوص فيه.</translation>
    </message>
    <message>
        <source>INCEpTION (UIMA XMI)</source>
        <translation>INCEpTION (UIMA XMI)</translation>
    </message>
    <message>
        <source>A text with its tags for INCEpTION, WebAnno and other UIMA programs.</source>
        <translation>نص بأوسمته لبرنامجي INCEpTION وWebAnno وسائر برامج UIMA.</translation>
    </message>
    <message>
        <source>INCEpTION (UIMA JSON)</source>
        <translation>INCEpTION (UIMA JSON)</translation>
    </message>
    <message>
        <source>The newer form of the same, in one JSON file.</source>
        <translation>الصورة الأحدث من ذلك، في ملف JSON واحد.</translation>
    </message>
    <message>
        <source>WebAnno TSV</source>
        <translation>WebAnno TSV</translation>
    </message>
    <message>
        <source>A table of tokens for WebAnno and INCEpTION.</source>
        <translation>جدول كلمات لبرنامجي WebAnno وINCEpTION.</translation>
    </message>
    <message>
        <source>brat</source>
        <translation>brat</translation>
    </message>
    <message>
        <source>Texts and their stand-off annotations, with the configuration brat needs.</source>
        <translation>النصوص ووسومها في ملفات منفصلة، مع الإعدادات التي يحتاج إليها brat.</translation>
    </message>
    <message>
        <source>doccano</source>
        <translation>doccano</translation>
    </message>
    <message>
        <source>One line of JSON for each text.</source>
        <translation>سطر JSON لكل نص.</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>Tasks with their annotations.</source>
        <translation>المهام بوسومها.</translation>
    </message>
    <message>
        <source>Label Studio: settings</source>
        <translation>إعدادات Label Studio</translation>
    </message>
    <message>
        <source>The tags alone, as the labelling settings of a project.</source>
        <translation>الأوسمة وحدها، إعداداتٍ للوسم في مشروع.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>مشروع REFI-QDA</translation>
    </message>
    <message>
        <source>Coded texts for MAXQDA, ATLAS.ti, NVivo and QualCoder.</source>
        <translation>نصوص مرمَّزة لبرامج MAXQDA وATLAS.ti وNVivo وQualCoder.</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>دليل رموز REFI-QDA</translation>
    </message>
    <message>
        <source>The tags alone, as codes for the same programs and for Taguette.</source>
        <translation>الأوسمة وحدها، رموزًا للبرامج نفسها ولبرنامج Taguette.</translation>
    </message>
    <message>
        <source>TEI, tags beside the text</source>
        <translation>‏TEI، الأوسمة بجانب النص</translation>
    </message>
    <message>
        <source>TEI P5 with the tags beside the text; they may overlap.</source>
        <translation>‏TEI P5 والأوسمة بجانب النص، وقد تتداخل.</translation>
    </message>
    <message>
        <source>TEI, tags within the text</source>
        <translation>‏TEI، الأوسمة في النص</translation>
    </message>
    <message>
        <source>TEI P5 with the names marked where they stand.</source>
        <translation>‏TEI P5 والأسماء معلَّمة في مواضعها.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>Sentences and tokens in ten columns, as Universal Dependencies have them.</source>
        <translation>الجمل والكلمات في عشرة أعمدة، كما في Universal Dependencies.</translation>
    </message>
    <message>
        <source>CoNLL-2002 (IOB2)</source>
        <translation>CoNLL-2002 (IOB2)</translation>
    </message>
    <message>
        <source>A token and its label on each line, for training.</source>
        <translation>كلمة ووسمها في كل سطر، للتدريب.</translation>
    </message>
    <message>
        <source>CoNLL-2003 (IOB2)</source>
        <translation>CoNLL-2003 (IOB2)</translation>
    </message>
    <message>
        <source>The same in four columns.</source>
        <translation>مثله في أربعة أعمدة.</translation>
    </message>
    <message>
        <source>BIOES columns</source>
        <translation>أعمدة BIOES</translation>
    </message>
    <message>
        <source>The same with labels that also mark where a name ends.</source>
        <translation>مثله، وتدل أوسمته أيضًا على موضع انتهاء الاسم.</translation>
    </message>
    <message>
        <source>spaCy and Prodigy</source>
        <translation>‏spaCy وProdigy</translation>
    </message>
    <message>
        <source>One line of JSON for each text, for training and for Prodigy.</source>
        <translation>سطر JSON لكل نص، للتدريب ولبرنامج Prodigy.</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>What spaCy is trained from.</source>
        <translation>ما يُدرَّب عليه spaCy.</translation>
    </message>
    <message>
        <source>GLiNER</source>
        <translation>GLiNER</translation>
    </message>
    <message>
        <source>Tokens and names as JSON, for training GLiNER.</source>
        <translation>الكلمات والأسماء بصيغة JSON، لتدريب GLiNER.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>One line for each tag, for spreadsheets and statistics.</source>
        <translation>سطر لكل وسم، لجداول البيانات والإحصاء.</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>مصنف Excel (XLSX)</translation>
    </message>
    <message>
        <source>The same table as a workbook.</source>
        <translation>الجدول نفسه مصنفًا.</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>The same table for data science.</source>
        <translation>الجدول نفسه لعلم البيانات.</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>صفحة ويب (HTML)</translation>
    </message>
    <message>
        <source>The text with its tags and notes, to be read in a browser or printed.</source>
        <translation>النص بأوسمته وحواشيه، للقراءة في المتصفح أو للطباعة.</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The text with its tags and notes as plain text.</source>
        <translation>النص بأوسمته وحواشيه نصًّا مجردًا.</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>مستند Word (DOCX)</translation>
    </message>
    <message>
        <source>The text with tags as highlights and notes as comments.</source>
        <translation>النص وأوسمته تظليلًا وحواشيه تعليقات.</translation>
    </message>
    <message>
        <source>Printed page (PDF)</source>
        <translation>صفحة مطبوعة (PDF)</translation>
    </message>
    <message>
        <source>The article with notes in its margin, as in the scholars’ books.</source>
        <translation>المقال وحواشيه في هامشه، كما في كتب العلماء.</translation>
    </message>
    <message>
        <source>A part for this format is not installed: %1</source>
        <translation>جزء تحتاج إليه هذه الصيغة غير مثبَّت: %1</translation>
    </message>
</context>
<context>
    <name>GroupDelegate</name>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>لا ذكر</numerusform>
            <numerusform>ذكر واحد</numerusform>
            <numerusform>ذكران</numerusform>
            <numerusform>%n مرات ذكر</numerusform>
            <numerusform>%n مرة ذكر</numerusform>
            <numerusform>%n مرة ذكر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
</context>
<context>
    <name>ImportColumnsDialog</name>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Import a table of articles</source>
        <translation>استيراد جدول مقالات</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>ال&amp;نص</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>ال&amp;كاتب</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>ال&amp;تاريخ</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>الرا&amp;بط</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>أول صفوف الجدول</translation>
    </message>
    <message>
        <source>As guessed</source>
        <translation>كما خُمّن</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Each row of %1 becomes a document. Which column holds what?</source>
        <translation>يصير كل صف من %1 وثيقة. ما الذي في كل عمود؟</translation>
    </message>
    <message>
        <source>Looking into the table…</source>
        <translation>يُنظر في الجدول…</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>العمود %1</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Document or file</source>
        <translation>الوثيقة أو الملف</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>ما صار إليه</translation>
    </message>
    <message>
        <source>What became of each file</source>
        <translation>ما صار إليه كل ملف</translation>
    </message>
    <message>
        <source>How far the import is</source>
        <translation>مدى تقدم الاستيراد</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;حفظ التقرير…</translation>
    </message>
    <message>
        <source>Import &amp;anyway</source>
        <translation>استيراد &amp;مع ذلك</translation>
    </message>
    <message>
        <source>Import once more what the library has already</source>
        <translation>استيراد ما في المكتبة مرة أخرى</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>File %1 of %2: %3</source>
        <translation>الملف %1 من %2: %3</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Not imported (%1)</source>
        <translation>لم يُستورد (%1)</translation>
    </message>
    <message>
        <source>Imported (%1)</source>
        <translation>استُورد (%1)</translation>
    </message>
    <message>
        <source>Brought up to date (%1)</source>
        <translation>حُدّث (%1)</translation>
    </message>
    <message>
        <source>Already in the library (%1)</source>
        <translation>موجود في المكتبة (%1)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف.</translation>
    </message>
    <message>
        <source>%1, part %2</source>
        <translation>%1، الجزء %2</translation>
    </message>
</context>
<context>
    <name>ImportReportWords</name>
    <message numerus="yes">
        <source>Importing… %n documents so far.</source>
        <translation>
            <numerusform>جارٍ الاستيراد… لا وثائق بعد.</numerusform>
            <numerusform>جارٍ الاستيراد… وثيقة واحدة إلى الآن.</numerusform>
            <numerusform>جارٍ الاستيراد… وثيقتان إلى الآن.</numerusform>
            <numerusform>جارٍ الاستيراد… %n وثائق إلى الآن.</numerusform>
            <numerusform>جارٍ الاستيراد… %n وثيقة إلى الآن.</numerusform>
            <numerusform>جارٍ الاستيراد… %n وثيقة إلى الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents imported.</source>
        <translation>
            <numerusform>لم تُستورد وثيقة.</numerusform>
            <numerusform>استُوردت وثيقة واحدة.</numerusform>
            <numerusform>استُوردت وثيقتان.</numerusform>
            <numerusform>استُوردت %n وثائق.</numerusform>
            <numerusform>استُوردت %n وثيقة.</numerusform>
            <numerusform>استُوردت %n وثيقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were brought up to date.</source>
        <translation>
            <numerusform>لم تُحدّث وثيقة.</numerusform>
            <numerusform>حُدّثت وثيقة واحدة.</numerusform>
            <numerusform>حُدّثت وثيقتان.</numerusform>
            <numerusform>حُدّثت %n وثائق.</numerusform>
            <numerusform>حُدّثت %n وثيقة.</numerusform>
            <numerusform>حُدّثت %n وثيقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were in the library already.</source>
        <translation>
            <numerusform>لم يكن شيء منها في المكتبة.</numerusform>
            <numerusform>كانت واحدة في المكتبة من قبل.</numerusform>
            <numerusform>كانت اثنتان في المكتبة من قبل.</numerusform>
            <numerusform>كانت %n منها في المكتبة من قبل.</numerusform>
            <numerusform>كانت %n منها في المكتبة من قبل.</numerusform>
            <numerusform>كانت %n منها في المكتبة من قبل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were not imported.</source>
        <translation>
            <numerusform>استُوردت كل الملفات.</numerusform>
            <numerusform>لم يُستورد ملف واحد.</numerusform>
            <numerusform>لم يُستورد ملفان.</numerusform>
            <numerusform>لم تُستورد %n ملفات.</numerusform>
            <numerusform>لم يُستورد %n ملفًا.</numerusform>
            <numerusform>لم يُستورد %n ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped; the rest was not looked at.</source>
        <translation>أُوقف الاستيراد، ولم يُنظر في الباقي.</translation>
    </message>
    <message numerus="yes">
        <source>%n comments can be taken as notes.</source>
        <translation>
            <numerusform>لا تعليقات فيه.</numerusform>
            <numerusform>فيه تعليق واحد يمكن أن يصير ملاحظة.</numerusform>
            <numerusform>فيه تعليقان يمكن أن يصيرا ملاحظتين.</numerusform>
            <numerusform>فيه %n تعليقات يمكن أن تصير ملاحظات.</numerusform>
            <numerusform>فيه %n تعليقًا يمكن أن تصير ملاحظات.</numerusform>
            <numerusform>فيه %n تعليق يمكن أن تصير ملاحظات.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportingDesk</name>
    <message>
        <source>Import files</source>
        <translation>استيراد ملفات</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>Everything Hashiya reads</source>
        <translation>كل ما تقرؤه حاشية</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>نصوص</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>مستندات</translation>
    </message>
    <message>
        <source>Saved web pages</source>
        <translation>صفحات ويب محفوظة</translation>
    </message>
    <message>
        <source>Tables of articles</source>
        <translation>جداول مقالات</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>ترجمات مرئية</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>ملفات مضغوطة</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>ليس في الحافظة نص.</translation>
    </message>
    <message>
        <source>No comment of the file waits to become a note.</source>
        <translation>ليس في الملف تعليق ينتظر أن يصير ملاحظة.</translation>
    </message>
    <message numerus="yes">
        <source>%n comments became notes.</source>
        <translation>
            <numerusform>لم يصر تعليق ملاحظة.</numerusform>
            <numerusform>صار تعليق واحد ملاحظة.</numerusform>
            <numerusform>صار تعليقان ملاحظتين.</numerusform>
            <numerusform>صارت %n تعليقات ملاحظات.</numerusform>
            <numerusform>صار %n تعليقًا ملاحظات.</numerusform>
            <numerusform>صار %n تعليق ملاحظات.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text does not come from a saved web page.</source>
        <translation>ليس هذا النص من صفحة ويب محفوظة.</translation>
    </message>
    <message>
        <source>The file had changed, and the text was brought up to date.</source>
        <translation>تغيّر الملف، فحُدّث النص.</translation>
    </message>
    <message numerus="yes">
        <source>%n tags wait for review, for their place is not sure.</source>
        <translation>
            <numerusform>لا وسم ينتظر المراجعة.</numerusform>
            <numerusform>وسم واحد ينتظر المراجعة لأن موضعه غير مؤكد.</numerusform>
            <numerusform>وسمان ينتظران المراجعة لأن موضعيهما غير مؤكدين.</numerusform>
            <numerusform>%n وسوم تنتظر المراجعة لأن مواضعها غير مؤكدة.</numerusform>
            <numerusform>%n وسمًا ينتظر المراجعة لأن مواضعها غير مؤكدة.</numerusform>
            <numerusform>%n وسم ينتظر المراجعة لأن مواضعها غير مؤكدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have no place any more and are kept.</source>
        <translation>
            <numerusform>لا وسم بلا موضع.</numerusform>
            <numerusform>وسم واحد لم يبق له موضع، وهو محفوظ.</numerusform>
            <numerusform>وسمان لم يبق لهما موضع، وهما محفوظان.</numerusform>
            <numerusform>%n وسوم لم يبق لها موضع، وهي محفوظة.</numerusform>
            <numerusform>%n وسمًا لم يبق لها موضع، وهي محفوظة.</numerusform>
            <numerusform>%n وسم لم يبق لها موضع، وهي محفوظة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>لم يُستورد شيء بعد.</translation>
    </message>
    <message>
        <source>Importing %1…</source>
        <translation>يُستورد %1…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>جارٍ الاستيراد…</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n comments. Keep them as notes in the text?</source>
        <translation>
            <numerusform>ليس في الملف تعليقات.</numerusform>
            <numerusform>في الملف تعليق واحد. هل يُحفظ ملاحظةً في النص؟</numerusform>
            <numerusform>في الملف تعليقان. هل يُحفظان ملاحظتين في النص؟</numerusform>
            <numerusform>في الملف %n تعليقات. هل تُحفظ ملاحظات في النص؟</numerusform>
            <numerusform>في الملف %n تعليقًا. هل تُحفظ ملاحظات في النص؟</numerusform>
            <numerusform>في الملف %n تعليق. هل تُحفظ ملاحظات في النص؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as notes</source>
        <translation>إبقاؤها ملاحظات</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>import-report.txt</source>
        <translation>تقرير-الاستيراد.txt</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>نصوص (*.txt)</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>في الصفحة</translation>
    </message>
    <message>
        <source>Tag the selected words</source>
        <translation>وسم الكلمات المحددة</translation>
    </message>
    <message>
        <source>Move the caret by characters and lines</source>
        <translation>تحريك المؤشر حرفاً حرفاً وسطراً سطراً</translation>
    </message>
    <message>
        <source>Move by words and paragraphs</source>
        <translation>التنقل بالكلمات والفقرات</translation>
    </message>
    <message>
        <source>Move by sentences</source>
        <translation>التنقل بالجمل</translation>
    </message>
    <message>
        <source>Select while moving</source>
        <translation>التحديد مع التنقل</translation>
    </message>
    <message>
        <source>Start and end of the line; with Ctrl of the text</source>
        <translation>أول السطر وآخره، ومع Ctrl أول النص وآخره</translation>
    </message>
    <message>
        <source>While a suggestion is set off: give it another tag</source>
        <translation>والاقتراح محدد: إعطاؤه وسماً آخر</translation>
    </message>
    <message>
        <source>While a suggestion is set off: go to the next, to the previous one</source>
        <translation>والاقتراح محدد: الانتقال إلى التالي وإلى السابق</translation>
    </message>
    <message>
        <source>Let the selection go, close what has popped up</source>
        <translation>إلغاء التحديد وإغلاق ما ظهر</translation>
    </message>
</context>
<context>
    <name>LearningDesk</name>
    <message>
        <source>Reset learning</source>
        <translation>إعادة التعلّم إلى البداية</translation>
    </message>
    <message>
        <source>Forget all that was learned in this library, and the figures? Tags and decisions stay.</source>
        <translation>أيُنسى كل ما تُعلِّم في هذه المكتبة، والأرقام معه؟ تبقى الوسوم والقرارات.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>تصدير ما تُعلِّم</translation>
    </message>
    <message>
        <source>What was learned was written to %1. It holds names, no texts.</source>
        <translation>كُتب ما تُعلِّم في %1. فيه أسماء ولا نصوص.</translation>
    </message>
    <message>
        <source>Import what others taught</source>
        <translation>استيراد ما علّمه آخرون</translation>
    </message>
    <message numerus="yes">
        <source>%n forms came in from %1.</source>
        <translation>
            <numerusform>لم تأتِ أي صيغة من %1.</numerusform>
            <numerusform>أتت صيغة واحدة من %1.</numerusform>
            <numerusform>أتت صيغتان من %1.</numerusform>
            <numerusform>أتت %n صيغ من %1.</numerusform>
            <numerusform>أتت %n صيغة من %1.</numerusform>
            <numerusform>أتت %n صيغة من %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags of it are not in this tagset and were left out.</source>
        <translation>
            <numerusform>كل وسومه في مجموعة الوسوم هذه.</numerusform>
            <numerusform>وسم واحد منه ليس في مجموعة الوسوم هذه فتُرك.</numerusform>
            <numerusform>وسمان منه ليسا في مجموعة الوسوم هذه فتُركا.</numerusform>
            <numerusform>%n وسوم منه ليست في مجموعة الوسوم هذه فتُركت.</numerusform>
            <numerusform>%n وسمًا منه ليست في مجموعة الوسوم هذه فتُركت.</numerusform>
            <numerusform>%n وسم منه ليست في مجموعة الوسوم هذه فتُركت.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearningDialog</name>
    <message>
        <source>Learning</source>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>حسب الوسم</translation>
    </message>
    <message>
        <source>By text</source>
        <translation>حسب النص</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>معروف</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>From others</source>
        <translation>من آخرين</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>Of shown</source>
        <translation>ممّا عُرض</translation>
    </message>
    <message>
        <source>With 95 % certainty</source>
        <translation>بيقين 95 %</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فات</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>وُجد</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>المرّات</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>Right and found, text by text:</source>
        <translation>الصحيح والموجود، نصًّا بعد نص:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>أزل</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>ابدأ من جديد…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Nothing was learned yet. Accept, reject or correct suggestions, or tag something: Hashiya learns from each decision by itself, and tells here how good its suggestions have become.</source>
        <translation>لم يُتعلَّم شيء بعد. اقبل الاقتراحات أو ارفضها أو صحّحها، أو ضع وسمًا: تتعلّم حاشية من كل قرار من تلقاء نفسها، وتخبر هنا بمدى صحّة اقتراحاتها.</translation>
    </message>
    <message>
        <source>Only what you settled is counted: what you leave open says nothing.</source>
        <translation>يُحسب ما بتتّ فيه وحده؛ وما تتركه مفتوحًا لا يدلّ على شيء.</translation>
    </message>
    <message>
        <source>You have not settled any suggestion yet.</source>
        <translation>لم تبتّ في أي اقتراح بعد.</translation>
    </message>
    <message>
        <source>You settled %1 suggestions; %2 of them were right as they were (between %3 and %4 with 95 % certainty).</source>
        <translation>بتتّ في اقتراحات عددها %1؛ كان %2 منها صحيحًا كما هو (بين %3 و%4 بيقين 95 %).</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message numerus="yes">
        <source>%n documents are written without their text.</source>
        <translation>
            <numerusform>لا مستند يُكتب بلا نصه.</numerusform>
            <numerusform>يُكتب مستند واحد بلا نصه.</numerusform>
            <numerusform>يُكتب مستندان بلا نصيهما.</numerusform>
            <numerusform>تُكتب %n مستندات بلا نصوصها.</numerusform>
            <numerusform>يُكتب %n مستندًا بلا نصه.</numerusform>
            <numerusform>يُكتب %n مستند بلا نصه.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags overlap a longer one and are left out.</source>
        <translation>
            <numerusform>لا وسم يتداخل مع أطول منه.</numerusform>
            <numerusform>وسم واحد يتداخل مع أطول منه فيُترك.</numerusform>
            <numerusform>وسمان يتداخلان مع أطول منهما فيُتركان.</numerusform>
            <numerusform>%n أوسمة تتداخل مع أطول منها فتُترك.</numerusform>
            <numerusform>%n وسمًا يتداخل مع أطول منه فيُترك.</numerusform>
            <numerusform>%n وسم يتداخل مع أطول منه فيُترك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags on a part of a word are given to the whole word.</source>
        <translation>
            <numerusform>لا وسم على جزء من كلمة.</numerusform>
            <numerusform>وسم واحد على جزء من كلمة يُعطى للكلمة كلها.</numerusform>
            <numerusform>وسمان على جزء من كلمة يُعطيان للكلمة كلها.</numerusform>
            <numerusform>%n أوسمة على أجزاء من كلمات تُعطى للكلمات كلها.</numerusform>
            <numerusform>%n وسمًا على جزء من كلمة يُعطى للكلمة كلها.</numerusform>
            <numerusform>%n وسم على جزء من كلمة يُعطى للكلمة كلها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags that run over the end of a sentence are parted or left out.</source>
        <translation>
            <numerusform>لا وسم يتجاوز آخر جملة.</numerusform>
            <numerusform>وسم واحد يتجاوز آخر جملة فيُقسم أو يُترك.</numerusform>
            <numerusform>وسمان يتجاوزان آخر جملة فيُقسمان أو يُتركان.</numerusform>
            <numerusform>%n أوسمة تتجاوز آخر جملة فتُقسم أو تُترك.</numerusform>
            <numerusform>%n وسمًا يتجاوز آخر جملة فيُقسم أو يُترك.</numerusform>
            <numerusform>%n وسم يتجاوز آخر جملة فيُقسم أو يُترك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes are lost.</source>
        <translation>
            <numerusform>لا تضيع حاشية.</numerusform>
            <numerusform>تضيع حاشية واحدة.</numerusform>
            <numerusform>تضيع حاشيتان.</numerusform>
            <numerusform>تضيع %n حواشٍ.</numerusform>
            <numerusform>تضيع %n حاشية.</numerusform>
            <numerusform>تضيع %n حاشية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags lose their attributes.</source>
        <translation>
            <numerusform>لا وسم يفقد صفاته.</numerusform>
            <numerusform>يفقد وسم واحد صفاته.</numerusform>
            <numerusform>يفقد وسمان صفاتهما.</numerusform>
            <numerusform>تفقد %n أوسمة صفاتها.</numerusform>
            <numerusform>يفقد %n وسمًا صفاته.</numerusform>
            <numerusform>يفقد %n وسم صفاته.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations are lost.</source>
        <translation>
            <numerusform>لا تضيع علاقة.</numerusform>
            <numerusform>تضيع علاقة واحدة.</numerusform>
            <numerusform>تضيع علاقتان.</numerusform>
            <numerusform>تضيع %n علاقات.</numerusform>
            <numerusform>تضيع %n علاقة.</numerusform>
            <numerusform>تضيع %n علاقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links to entities are lost.</source>
        <translation>
            <numerusform>لا تضيع صلة بكيان.</numerusform>
            <numerusform>تضيع صلة واحدة بكيان.</numerusform>
            <numerusform>تضيع صلتان بكيانات.</numerusform>
            <numerusform>تضيع %n صلات بكيانات.</numerusform>
            <numerusform>تضيع %n صلة بكيان.</numerusform>
            <numerusform>تضيع %n صلة بكيان.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions can then not be told from what you decided.</source>
        <translation>
            <numerusform>لا اقتراح يلتبس بما قررته.</numerusform>
            <numerusform>اقتراح واحد لا يتميز بعدها مما قررته.</numerusform>
            <numerusform>اقتراحان لا يتميزان بعدها مما قررته.</numerusform>
            <numerusform>%n اقتراحات لا تتميز بعدها مما قررته.</numerusform>
            <numerusform>%n اقتراحًا لا يتميز بعدها مما قررته.</numerusform>
            <numerusform>%n اقتراح لا يتميز بعدها مما قررته.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags without a sure place are not in the file.</source>
        <translation>
            <numerusform>لا وسوم بلا موضع مؤكد غائبة عن الملف.</numerusform>
            <numerusform>وسم واحد بلا موضع مؤكد ليس في الملف.</numerusform>
            <numerusform>وسمان بلا موضع مؤكد ليسا في الملف.</numerusform>
            <numerusform>%n وسوم بلا موضع مؤكد ليست في الملف.</numerusform>
            <numerusform>%n وسمًا بلا موضع مؤكد ليس في الملف.</numerusform>
            <numerusform>%n وسم بلا موضع مؤكد ليس في الملف.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkTips</name>
    <message>
        <source>Unseen character: %1 (%2)</source>
        <translation>محرف لا يرى: %1 (%2)</translation>
    </message>
    <message>
        <source>Unseen character: %1 (%2). It can make the text look other than it is.</source>
        <translation>محرف لا يرى: %1 (%2). قد يظهر النص على غير ما هو عليه.</translation>
    </message>
</context>
<context>
    <name>MeaningRow</name>
    <message>
        <source>root %1</source>
        <translation>الجذر %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>Return chooses this reading; the menu key shows more.</source>
        <translation>مفتاح الإدخال يختار هذه القراءة، ومفتاح القائمة يعرض المزيد.</translation>
    </message>
    <message>
        <source>Take this reading here</source>
        <translation>اعتمد هذه القراءة هنا</translation>
    </message>
    <message>
        <source>Take it wherever the word is written so</source>
        <translation>اعتمدها حيثما كُتبت الكلمة هكذا</translation>
    </message>
    <message>
        <source>Take the choice back</source>
        <translation>تراجع عن الاختيار</translation>
    </message>
    <message>
        <source>Words of the root %1</source>
        <translation>كلمات الجذر %1</translation>
    </message>
    <message>
        <source>Look up %1</source>
        <translation>ابحث عن %1</translation>
    </message>
    <message>
        <source>Choose this reading, see words of its root</source>
        <translation>اختر هذه القراءة أو اعرض كلمات جذرها</translation>
    </message>
    <message>
        <source>chosen by you, here</source>
        <translation>باختيارك، هنا</translation>
    </message>
    <message>
        <source>chosen by you, everywhere</source>
        <translation>باختيارك، في كل موضع</translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation>الوزن %1</translation>
    </message>
    <message>
        <source>Words of this root in your texts</source>
        <translation>كلمات هذا الجذر في نصوصك</translation>
    </message>
    <message>
        <source>no gloss</source>
        <translation>لا شرح</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1، %2: %3</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>فتح ملف حديث</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا رسائل أخرى</numerusform>
            <numerusform>رسالة أخرى</numerusform>
            <numerusform>رسالتان أخريان</numerusform>
            <numerusform>%n رسائل أخرى</numerusform>
            <numerusform>%n رسالة أخرى</numerusform>
            <numerusform>%n رسالة أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something that can be expected went wrong: %1</source>
        <translation>وقع خلل متوقَّع: %1</translation>
    </message>
    <message>
        <source>Stopped. What was done before the stop is kept.</source>
        <translation>أُوقف العمل. ما أُنجز قبل الإيقاف محفوظ.</translation>
    </message>
    <message>
        <source>These words cannot be selected: from %1 to %2 there is nothing. Select again.</source>
        <translation>لا يمكن تحديد هذه الكلمات: لا شيء بين %1 و%2. أعد التحديد.</translation>
    </message>
    <message>
        <source>The place %1 to %2 lies outside the text, which has %3 characters. Open the document again.</source>
        <translation>الموضع من %1 إلى %2 خارج النص الذي عدد محارفه %3. أعد فتح النص.</translation>
    </message>
    <message>
        <source>The selection has %1 characters, and a tag can cover %2. Select less.</source>
        <translation>في التحديد %1 من المحارف، وأقصى ما يشمله الوسم %2. حدّد أقل من ذلك.</translation>
    </message>
    <message>
        <source>Something is wrong with the file %1. Look at it and try again.</source>
        <translation>في الملف %1 خلل. انظر فيه ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the name, or whether a drive is missing.</source>
        <translation>لا وجود للملف %1. تحقق من الاسم، أو من أن القرص موصول.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file in it.</source>
        <translation>%1 مجلد. اختر ملفاً فيه.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read (%2). Check its permissions.</source>
        <translation>تتعذر قراءة الملف %1 (%2). تحقق من أذونه.</translation>
    </message>
    <message>
        <source>The file %1 holds no text. Choose another.</source>
        <translation>ليس في الملف %1 نص. اختر غيره.</translation>
    </message>
    <message>
        <source>%1 is not a text file. Save it as plain text (UTF-8) first.</source>
        <translation>%1 ليس ملفاً نصياً. احفظه أولاً نصاً عادياً (UTF-8).</translation>
    </message>
    <message>
        <source>The file %1 is damaged or not in the encoding %2: byte %3 does not belong to it. Save it as UTF-8 and open it again.</source>
        <translation>الملف %1 تالف أو ليس بالترميز %2: البايت %3 ليس منه. احفظه بترميز UTF-8 وافتحه من جديد.</translation>
    </message>
    <message>
        <source>The file %1 is larger than %2. Divide it.</source>
        <translation>الملف %1 أكبر من %2. قسّمه.</translation>
    </message>
    <message>
        <source>The file %1 changed while it was being read. Open it again.</source>
        <translation>تغيّر الملف %1 في أثناء قراءته. افتحه من جديد.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written (%2). Choose another place.</source>
        <translation>تتعذر كتابة الملف %1 (%2). اختر مكاناً آخر.</translation>
    </message>
    <message>
        <source>Something is wrong with the library %1. Nothing was changed; start Hashiya anew.</source>
        <translation>في المكتبة %1 خلل. لم يتغير شيء؛ شغّل حاشية من جديد.</translation>
    </message>
    <message>
        <source>There is no library %1. Check the name, or leave it out to use your own.</source>
        <translation>لا وجود للمكتبة %1. تحقق من الاسم، أو اتركه لتُستعمل مكتبتك.</translation>
    </message>
    <message>
        <source>Another program is writing to the library %1. Nothing was changed; try again.</source>
        <translation>برنامج آخر يكتب في المكتبة %1. لم يتغير شيء؛ حاول من جديد.</translation>
    </message>
    <message>
        <source>The library %1 can be read but not written. Nothing was changed; check its permissions.</source>
        <translation>المكتبة %1 تُقرأ ولا تُكتب. لم يتغير شيء؛ تحقق من أذونها.</translation>
    </message>
    <message>
        <source>The library %1 cannot be opened (%2). Check its permissions and the folder it lies in.</source>
        <translation>يتعذر فتح المكتبة %1 (%2). تحقق من أذونها ومن المجلد الذي هي فيه.</translation>
    </message>
    <message>
        <source>The library %1 is damaged (%2). It was left as it is; restore a backup.</source>
        <translation>المكتبة %1 تالفة (%2). تُركت كما هي؛ استعد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>A newer Hashiya wrote the library %1: it has form %2, and this Hashiya knows %3. Update Hashiya.</source>
        <translation>كتب المكتبةَ %1 إصدارٌ أحدث من حاشية: صيغتها %2 وهذا الإصدار يعرف %3. حدّث حاشية.</translation>
    </message>
    <message>
        <source>The file %1 is not a Hashiya library. It was left as it is; choose another.</source>
        <translation>الملف %1 ليس مكتبة من مكتبات حاشية. تُرك كما هو؛ اختر غيره.</translation>
    </message>
    <message>
        <source>The library %1 was moved, deleted or replaced while it was open, so the change was not saved. Put the file back and try again, or start Hashiya anew.</source>
        <translation>نُقلت المكتبة %1 أو حُذفت أو استُبدلت وهي مفتوحة، فلم يُحفظ التغيير. أعد الملف إلى مكانه وحاول من جديد، أو شغّل حاشية من جديد.</translation>
    </message>
    <message>
        <source>The disk with the library %1 is full, so the change was not saved. Free some space and try again.</source>
        <translation>امتلأ القرص الذي عليه المكتبة %1، فلم يُحفظ التغيير. أفرغ بعض المساحة وحاول من جديد.</translation>
    </message>
    <message>
        <source>The backup of %1 was not made (%2). Earlier backups are untouched; choose another place.</source>
        <translation>لم تُنشأ نسخة احتياطية من %1 (%2). النسخ السابقة على حالها؛ اختر مكاناً آخر.</translation>
    </message>
    <message>
        <source>The library has no document %1. Choose one from the list of documents.</source>
        <translation>ليس في المكتبة نص %1. اختر نصاً من القائمة.</translation>
    </message>
    <message>
        <source>The tagset has no tag %1. Choose another.</source>
        <translation>ليس في القائمة وسم %1. اختر غيره.</translation>
    </message>
    <message>
        <source>This was changed elsewhere in the meantime, so nothing was done (%1). Look at it anew and repeat the change if it is still wanted.</source>
        <translation>تغيّر هذا في مكان آخر في أثناء ذلك، فلم يُفعل شيء (%1). انظر فيه من جديد وكرر التغيير إن كنت لا تزال تريده.</translation>
    </message>
    <message>
        <source>Annotations have the tag %1 (%2 of them). Say what is to become of them.</source>
        <translation>ثمة مواضع موسومة بالوسم %1 (عددها %2). حدّد ما يكون من أمرها.</translation>
    </message>
    <message>
        <source>There is no term base called %1.</source>
        <translation>لا توجد قاعدة مصطلحات اسمها %1.</translation>
    </message>
    <message>
        <source>The name of %1 tells no format that is known here. Known are: %2.</source>
        <translation>لا يدلّ اسم %1 على صيغة معروفة هنا. الصيغ المعروفة: %2.</translation>
    </message>
    <message>
        <source>No lexicon is installed. Install Hashiya with its extra “lexicon”.</source>
        <translation>لا معجم مثبّت. ثبّت حاشية مع الإضافة «lexicon».</translation>
    </message>
    <message>
        <source>Nothing that makes vowel signs is installed. Install Hashiya with its extra “tashkeel”.</source>
        <translation>لم يثبت ما يضع التشكيل. ثبت حاشية مع ملحقها «tashkeel».</translation>
    </message>
    <message>
        <source>The lexicon in %1 cannot be used: %2</source>
        <translation>لا يمكن استعمال المعجم في %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be used as a file of what was learned (%2). Nothing was changed.</source>
        <translation>لا يصلح %1 ملفًّا لما تُعلِّم (%2). لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The recogniser %1 cannot be used: %2</source>
        <translation>لا يمكن استعمال أداة التعرف %1: %2</translation>
    </message>
    <message>
        <source>The model in %1 cannot be used: %2 is not installed. Install Hashiya with its extra “neural”.</source>
        <translation>لا يمكن استعمال النموذج في %1: الحزمة %2 غير مثبّتة. ثبّت حاشية مع إضافتها «neural».</translation>
    </message>
    <message>
        <source>There is no folder %1. Choose the folder that holds the model.</source>
        <translation>لا يوجد مجلد %1. اختر المجلد الذي فيه النموذج.</translation>
    </message>
    <message>
        <source>The folder %1 has no file %2. Choose a folder with a model exported to ONNX, with all its files.</source>
        <translation>ليس في المجلد %1 ملف %2. اختر مجلدًا فيه نموذج مصدَّر بصيغة ONNX بجميع ملفاته.</translation>
    </message>
    <message>
        <source>A file of the model in %1 cannot be read (%2). Check its permissions.</source>
        <translation>تتعذّر قراءة ملف من ملفات النموذج في %1 (%2). تحقّق من أذوناته.</translation>
    </message>
    <message>
        <source>A file of the model in %1 is damaged or of another kind (%2). Export the model anew.</source>
        <translation>ملف من ملفات النموذج في %1 تالف أو من نوع آخر (%2). صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model in %1 names no labels (%2). Choose a model for token classification, or a GLiNER model.</source>
        <translation>النموذج في %1 لا يسمّي أصنافًا (%2). اختر نموذجًا لتصنيف الكلمات أو نموذج GLiNER.</translation>
    </message>
    <message>
        <source>The model in %1 wants to read %2, outside its folder. That is refused; export it anew.</source>
        <translation>يريد النموذج في %1 أن يقرأ %2 خارج مجلده. هذا مرفوض؛ صدّره من جديد.</translation>
    </message>
    <message>
        <source>The files of the model in %1 do not fit together (%2). Export model and tokenizer from the same source.</source>
        <translation>ملفات النموذج في %1 لا يناسب بعضها بعضًا (%2). صدّر النموذج ومقطِّع الكلمات من مصدر واحد.</translation>
    </message>
    <message>
        <source>A model of the kind in %1 cannot be used (%2). Choose one for token classification, or a span-level GLiNER.</source>
        <translation>لا يمكن استعمال نموذج من النوع الذي في %1 (%2). اختر نموذجًا لتصنيف الكلمات، أو نموذج GLiNER يعمل على المقاطع.</translation>
    </message>
    <message>
        <source>The model in %1 is not told what to look for. Name at least one kind, with its tag.</source>
        <translation>لم يُذكر للنموذج في %1 عمّا يبحث. سمِّ صنفًا واحدًا على الأقل مع وسمه.</translation>
    </message>
    <message>
        <source>The model in %1 cannot look for so many kinds at once (%2). Name fewer.</source>
        <translation>لا يستطيع النموذج في %1 أن يبحث عن هذا العدد من الأصناف معًا (%2). سمِّ أقل.</translation>
    </message>
    <message>
        <source>The model in %1 failed while reading the text (%2). Export it anew, or choose another.</source>
        <translation>أخفق النموذج في %1 أثناء قراءة النص (%2). صدّره من جديد أو اختر غيره.</translation>
    </message>
    <message>
        <source>%1 is missing from this installation. Install Hashiya again.</source>
        <translation>%1 مفقود من هذا التثبيت. ثبّت حاشية من جديد.</translation>
    </message>
    <message>
        <source>There is no encoding %1 among those Hashiya reads. Try utf-8, utf-16, windows-1256 or iso-8859-6.</source>
        <translation>لا تقرأ حاشية الترميز %1. جرّب utf-8 أو utf-16 أو windows-1256 أو iso-8859-6.</translation>
    </message>
    <message>
        <source>The disk with the library %1 did not do what was asked (%2), so the change was not saved. Check the disk, then try again.</source>
        <translation>لم يستجب القرص الذي عليه المكتبة %1 (%2)، فلم يُحفظ التغيير. افحص القرص ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>The text is not in the library yet, so nothing was done. Try again in a moment.</source>
        <translation>لم يدخل النص المكتبة بعد، فلم يُفعل شيء. انتظر لحظة وحاول من جديد.</translation>
    </message>
    <message>
        <source>What was going on behind the page ended too early (%1). Your tags are untouched; start it again.</source>
        <translation>انتهى العمل الجاري خلف الصفحة قبل أوانه (%1). وسومك لم تُمسّ؛ أعد تشغيله.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name: it is empty or too long. Give another.</source>
        <translation>لا يصلح «%1» اسمًا: إنه فارغ أو أطول مما ينبغي. اكتب غيره.</translation>
    </message>
    <message>
        <source>“%1” is not a language. Write it as ar, en or zh-Hans.</source>
        <translation>ليس «%1» لغة. اكتبها هكذا: ar أو en أو zh-Hans.</translation>
    </message>
    <message>
        <source>“%1” is not an identifier. Write it as wikidata:Q9248 or geonames:587084.</source>
        <translation>ليس «%1» معرّفًا. اكتبه هكذا: wikidata:Q9248 أو geonames:587084.</translation>
    </message>
    <message>
        <source>“%1” has no kind, so nobody knows the tag. Give the words a tag first.</source>
        <translation>ليس للكيان «%1» نوع، فلا يُعرف الوسم. ضع على الكلمات وسمًا أولًا.</translation>
    </message>
    <message>
        <source>An entity cannot have this: “%1”. Write it in another way.</source>
        <translation>لا يمكن أن يكون لكيان هذا: «%1». اكتبه على وجه آخر.</translation>
    </message>
    <message>
        <source>There is no one entity “%1” any more. Choose another.</source>
        <translation>لم يعد هناك كيان واحد باسم «%1». اختر غيره.</translation>
    </message>
    <message>
        <source>there is no column “name” among %1</source>
        <translation>لا عمود باسم «name» بين %1</translation>
    </message>
    <message>
        <source>two columns are called “%1”</source>
        <translation>عمودان اسمهما «%1»</translation>
    </message>
    <message>
        <source>there is nothing below the row of column names</source>
        <translation>لا شيء تحت صف أسماء الأعمدة</translation>
    </message>
    <message>
        <source>the row has more cells than there are columns (%1 too many); a text with a comma needs quotation marks</source>
        <translation>في الصف خلايا أكثر من الأعمدة (الزائد %1)؛ يُكتب النص الذي فيه فاصلة بين علامتي تنصيص</translation>
    </message>
    <message>
        <source>the quotation marks do not fit together (%1)</source>
        <translation>علامات التنصيص لا تتوافق (%1)</translation>
    </message>
    <message>
        <source>there is no name</source>
        <translation>لا اسم فيه</translation>
    </message>
    <message>
        <source>the id “%1” stood in the file before</source>
        <translation>المعرّف «%1» سبق في الملف</translation>
    </message>
    <message>
        <source>“%1” belongs to an entity that stood in the file before</source>
        <translation>المعرّف «%1» لكيان سبق في الملف</translation>
    </message>
    <message>
        <source>“%1” cannot be a name</source>
        <translation>لا يصلح «%1» اسمًا</translation>
    </message>
    <message>
        <source>“%1” is not a language such as ar or en</source>
        <translation>ليس «%1» لغة مثل ar أو en</translation>
    </message>
    <message>
        <source>“%1” is not an identifier such as wikidata:Q9248</source>
        <translation>ليس «%1» معرّفًا مثل wikidata:Q9248</translation>
    </message>
    <message>
        <source>this is not JSON (%1)</source>
        <translation>ليس هذا JSON سليمًا (%1)</translation>
    </message>
    <message>
        <source>there is no SKOS concept in it</source>
        <translation>لا مفهوم SKOS فيه</translation>
    </message>
    <message>
        <source>a value of “%1” is not what it should be</source>
        <translation>قيمة في «%1» ليست كما ينبغي</translation>
    </message>
    <message>
        <source>there is no column “source” among %1</source>
        <translation>لا عمود اسمه «source» بين %1</translation>
    </message>
    <message>
        <source>“%1” is not a status: preferred, admitted, proposed or deprecated</source>
        <translation>«%1» ليس حالة من الحالات: preferred أو admitted أو proposed أو deprecated</translation>
    </message>
    <message>
        <source>this is not XML as it should be (%1)</source>
        <translation>هذا ليس XML سليمًا (%1)</translation>
    </message>
    <message>
        <source>it declares entities of its own, which is refused</source>
        <translation>يصرّح الملف بكيانات XML خاصة به، وهذا مرفوض</translation>
    </message>
    <message>
        <source>there is no term in it (%1)</source>
        <translation>لا مصطلح فيه (%1)</translation>
    </message>
    <message>
        <source>“broader” leads back to where it began: %1</source>
        <translation>تعود «broader» إلى حيث بدأت: %1</translation>
    </message>
    <message>
        <source>%1, line %2: %3. Nothing was imported.</source>
        <translation>%1، السطر %2: %3. لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>%1, record %2: %3. Nothing was imported.</source>
        <translation>%1، السجل %2: %3. لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>A large change is still being made, so nothing else was changed. Wait until it is done, or stop it.</source>
        <translation>ما زال تغيير كبير جارياً، فلم يُغيَّر شيء آخر. انتظر حتى يتم، أو أوقفه.</translation>
    </message>
    <message>
        <source>This is no dictionary of a kind that can be read.</source>
        <translation>ليس هذا معجمًا من نوع يمكن قراءته.</translation>
    </message>
    <message>
        <source>There are several dictionaries in it. Choose one of its files: %2</source>
        <translation>فيه عدة معاجم. اختر أحد ملفاتها: %2</translation>
    </message>
    <message>
        <source>The file %2, which belongs to it, is missing.</source>
        <translation>ينقصه الملف %2 وهو جزء منه.</translation>
    </message>
    <message>
        <source>Its header is not as it should be.</source>
        <translation>ترويسته ليست كما ينبغي.</translation>
    </message>
    <message>
        <source>It was cut off. Get the dictionary again.</source>
        <translation>الملف مبتور. احصل على المعجم من جديد.</translation>
    </message>
    <message>
        <source>Its index points outside its text (%2). Get the dictionary again, all its files together.</source>
        <translation>يشير فهرسه إلى خارج نصه (%2). احصل على المعجم من جديد بكل ملفاته.</translation>
    </message>
    <message>
        <source>It cannot be unpacked (%2). Get the dictionary again.</source>
        <translation>لا يمكن فك ضغطه (%2). احصل على المعجم من جديد.</translation>
    </message>
    <message>
        <source>It unpacks to far more than a dictionary holds, which is refused.</source>
        <translation>يتضخم عند فك ضغطه إلى أكثر بكثير مما في معجم، فرُفض.</translation>
    </message>
    <message>
        <source>It names files outside itself, which is refused.</source>
        <translation>فيه أسماء ملفات خارجه، فرُفض.</translation>
    </message>
    <message>
        <source>It is not written in %2. Convert it, or get another copy.</source>
        <translation>ليس مكتوبًا بترميز %2. حوّله أو احصل على نسخة أخرى.</translation>
    </message>
    <message>
        <source>It declares entities of its own, which is refused.</source>
        <translation>يعرّف كيانات XML خاصة به، فرُفض.</translation>
    </message>
    <message>
        <source>A part of it is not JSON (%2).</source>
        <translation>جزء منه ليس JSON ‏(%2).</translation>
    </message>
    <message>
        <source>There is no entry in it that can be used.</source>
        <translation>ليس فيه مدخل صالح للاستعمال.</translation>
    </message>
    <message>
        <source>Files of this kind need an extra: pip install &apos;hashiya[dictionaries]&apos;. %2</source>
        <translation>تحتاج ملفات هذا النوع إلى إضافة: ⁦pip install &apos;hashiya[dictionaries]&apos;⁩. %2</translation>
    </message>
    <message>
        <source>It is damaged, or of a kind that cannot be read (%2).</source>
        <translation>هو تالف أو من نوع لا يمكن قراءته (%2).</translation>
    </message>
    <message>
        <source>%1 was not taken in.</source>
        <translation>لم يُضف %1.</translation>
    </message>
    <message>
        <source>%1 was not taken in, because of what is at %2.</source>
        <translation>لم يُضف %1 بسبب ما في الموضع %2.</translation>
    </message>
    <message>
        <source>%1 was not taken in again: it is there already, as “%2”.</source>
        <translation>لم يُضف %1 ثانية، فهو موجود باسم «%2».</translation>
    </message>
    <message>
        <source>The dictionary in %1 is damaged. Remove that file, and add the dictionary again.</source>
        <translation>المعجم الذي في %1 تالف. احذف ذلك الملف وأضف المعجم من جديد.</translation>
    </message>
    <message>
        <source>There is no one dictionary “%1” any more.</source>
        <translation>لم يعد هناك معجم واحد باسم «%1».</translation>
    </message>
    <message>
        <source>The file %1 is damaged: %2. Get it again, or save it anew with its own program.</source>
        <translation>الملف %1 تالف: %2. أحضره من جديد أو احفظه مرة أخرى ببرنامجه.</translation>
    </message>
    <message>
        <source>The file %1 was refused: %2.</source>
        <translation>رُفض الملف %1: %2.</translation>
    </message>
    <message>
        <source>The file %1 is protected by a password. Save a copy without one and open that.</source>
        <translation>الملف %1 محمي بكلمة سر. احفظ نسخة منه بلا كلمة سر وافتحها.</translation>
    </message>
    <message>
        <source>The book %1 is under copy protection (DRM). Only its shop&apos;s program opens it; get a copy without it.</source>
        <translation>الكتاب %1 محميّ من النسخ (DRM)، ولا يفتحه إلا برنامج متجره. احصل على نسخة بلا حماية.</translation>
    </message>
    <message>
        <source>There is no text in the file %1: %2.</source>
        <translation>لا نص في الملف %1: %2.</translation>
    </message>
    <message>
        <source>No column of %1 holds texts. Choose the column of the text. There are: %2.</source>
        <translation>لا عمود في %1 فيه نصوص. اختر عمود النص. الأعمدة: %2.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2. There are: %3.</source>
        <translation>ليس في الجدول %1 عمود %2. الأعمدة: %3.</translation>
    </message>
    <message>
        <source>The file %1 is of a kind that Hashiya does not read (%2). Save it as DOCX or text.</source>
        <translation>الملف %1 من نوع لا تقرؤه حاشية (%2). احفظه بصيغة DOCX أو نصًا.</translation>
    </message>
    <message>
        <source>Reading the file %1 took longer than %2 seconds and was stopped. Divide it.</source>
        <translation>طالت قراءة الملف %1 أكثر من %2 ثانية فأُوقفت. قسّمه.</translation>
    </message>
    <message>
        <source>Reading the file %1 took more memory than %2 and was stopped. Divide it.</source>
        <translation>احتاجت قراءة الملف %1 إلى ذاكرة أكثر من %2 فأُوقفت. قسّمه.</translation>
    </message>
    <message>
        <source>What reads the file %1 broke off (%2). Nothing of it was imported.</source>
        <translation>انقطع ما يقرأ الملف %1 (%2). لم يُستورد منه شيء.</translation>
    </message>
    <message>
        <source>“%1” cannot be taken in: %2. Nothing was imported.</source>
        <translation>تعذّر إدخال «%1»: %2. لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>“%1” cannot be taken in; at %2: %3. Nothing was imported.</source>
        <translation>تعذّر إدخال «%1»؛ عند %2: %3. لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Hashiya. Update this one to read it.</source>
        <translation>كتبت «%1» نسخةٌ أحدث من حاشية. حدّث نسختك لتقرأه.</translation>
    </message>
    <message>
        <source>The format %1 needs a part that is not installed: pip install &apos;hashiya[%2]&apos;</source>
        <translation>تحتاج الصيغة %1 إلى جزء غير مثبَّت: pip install &apos;hashiya[%2]&apos;</translation>
    </message>
    <message>
        <source>The format %1 cannot hold this: %2. Choose another one; nothing was written.</source>
        <translation>لا تتسع الصيغة %1 لهذا: %2. اختر غيرها؛ لم يُكتب شيء.</translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message>
        <source>Details of the document</source>
        <translation>بيانات المستند</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>الم&amp;ؤلف</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>ال&amp;تاريخ</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>النا&amp;شر</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>ال&amp;موقع</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>الر&amp;ابط</translation>
    </message>
    <message>
        <source>&amp;Other details</source>
        <translation>&amp;بيانات أخرى</translation>
    </message>
    <message>
        <source>one on each line, as name: value</source>
        <translation>كل واحد في سطر، هكذا: الاسم: القيمة</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>لا محارف</numerusform>
            <numerusform>محرف واحد</numerusform>
            <numerusform>محرفان</numerusform>
            <numerusform>%n محارف</numerusform>
            <numerusform>%n محرفا</numerusform>
            <numerusform>%n محرف</numerusform>
        </translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>الملف: %1</translation>
    </message>
    <message>
        <source>Part of the file: %1</source>
        <translation>جزء من الملف: %1</translation>
    </message>
    <message>
        <source>In the library since %1</source>
        <translation>في المكتبة منذ %1</translation>
    </message>
</context>
<context>
    <name>MorphologyLine</name>
    <message>
        <source>%1: looking…</source>
        <translation>%1: جارٍ التحليل…</translation>
    </message>
    <message>
        <source>%1 does not know this word</source>
        <translation>لا يعرف %1 هذه الكلمة</translation>
    </message>
    <message numerus="yes">
        <source>%n analyses of %1</source>
        <translation>
            <numerusform>لا تحليلات من %1</numerusform>
            <numerusform>تحليل واحد من %1</numerusform>
            <numerusform>تحليلان من %1</numerusform>
            <numerusform>%n تحليلات من %1</numerusform>
            <numerusform>%n تحليلًا من %1</numerusform>
            <numerusform>%n تحليل من %1</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>root %1</source>
        <translation>الجذر %1</translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation>الوزن %1</translation>
    </message>
</context>
<context>
    <name>NameLists</name>
    <message>
        <source>Line %1: there is no name.</source>
        <translation>السطر %1: لا اسم فيه.</translation>
    </message>
    <message>
        <source>Line %1: the name is longer than %2 characters.</source>
        <translation>السطر %1: الاسم أطول من %2 حرف.</translation>
    </message>
    <message>
        <source>Line %1: the name has no letter and no digit.</source>
        <translation>السطر %1: ليس في الاسم حرف ولا رقم.</translation>
    </message>
    <message>
        <source>Line %1: characters that belong to no text; another encoding?</source>
        <translation>السطر %1: محارف ليست من أي نص؛ لعل الترميز غير هذا؟</translation>
    </message>
    <message>
        <source>Line %1: the tagset has no tag “%2”.</source>
        <translation>السطر %1: ليس في مجموعة الوسوم وسم «%2».</translation>
    </message>
    <message>
        <source>Line %1: more cells than name, tag and entity.</source>
        <translation>السطر %1: خلايا أكثر من الاسم والوسم والكيان.</translation>
    </message>
    <message>
        <source>Line %1: quotation marks are opened and not closed.</source>
        <translation>السطر %1: علامات تنصيص فُتحت ولم تُغلق.</translation>
    </message>
</context>
<context>
    <name>NameListsPage</name>
    <message>
        <source>Your own lists of names come before everything else in recognition. A file has one name on each line, or it is a table (CSV or TSV) of name, tag and entity. The names are copied into the library.</source>
        <translation>قوائم أسمائك مقدَّمة في التعرّف على كل ما سواها. في كل سطر من الملف اسم، أو هو جدول (CSV أو TSV) من اسم ووسم وكيان. وتُنسخ الأسماء إلى المكتبة.</translation>
    </message>
    <message>
        <source>There is no list yet.</source>
        <translation>لا قوائم بعد.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Usual tag</source>
        <translation>الوسم المعتاد</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>الأسماء</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>المتروك</translation>
    </message>
    <message>
        <source>Lists of names</source>
        <translation>قوائم الأسماء</translation>
    </message>
    <message>
        <source>Lines that were skipped</source>
        <translation>السطور المتروكة</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>قراءة من جديد</translation>
    </message>
    <message>
        <source>Take the names from the file as it is now</source>
        <translation>أخذ الأسماء من الملف كما هو الآن</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Remove the list “%1” from the library?</source>
        <translation>أتُزال القائمة «%1» من المكتبة؟</translation>
    </message>
    <message>
        <source>Name lists</source>
        <translation>قوائم الأسماء</translation>
    </message>
    <message>
        <source>Its file stays where it is, and can be read again.</source>
        <translation>يبقى ملفها في مكانه، وتمكن قراءته من جديد.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>What names are that have no tag in the file</source>
        <translation>وسم الأسماء التي لا وسم لها في الملف</translation>
    </message>
    <message>
        <source>Usual tag of %1</source>
        <translation>الوسم المعتاد لقائمة %1</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>قُرئت من %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines were skipped.</source>
        <translation>
            <numerusform>لم يُترك سطر آخر.</numerusform>
            <numerusform>وتُرك سطر آخر.</numerusform>
            <numerusform>وتُرك سطران آخران.</numerusform>
            <numerusform>وتُركت %n أسطر أخرى.</numerusform>
            <numerusform>وتُرك %n سطرًا آخر.</numerusform>
            <numerusform>وتُرك %n سطر آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add lists of names</source>
        <translation>إضافة قوائم أسماء</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv)</source>
        <translation>قوائم (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>NeuralPage</name>
    <message>
        <source>The model is being loaded…</source>
        <translation>يجري تحميل النموذج…</translation>
    </message>
    <message>
        <source>A model that you have in a folder on this machine, exported to ONNX: for token classification, or a GLiNER model. Nothing is ever downloaded, and nothing in the folder is executed.</source>
        <translation>نموذج عندك في مجلد على هذا الجهاز، مصدَّر بصيغة ONNX: لتصنيف الكلمات أو من نوع GLiNER. لا يُنزَّل شيء أبدًا، ولا يُنفَّذ شيء مما في المجلد.</translation>
    </message>
    <message>
        <source>Ask the neural model as well</source>
        <translation>سؤال النموذج العصبي أيضًا</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>مجلد النموذج</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>لم يُختر مجلد.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>The model’s word</source>
        <translation>تسمية النموذج</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>What each kind of the model is</source>
        <translation>ما يعنيه كل صنف من أصناف النموذج</translation>
    </message>
    <message>
        <source>Look for another kind</source>
        <translation>البحث عن صنف آخر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Try it on a sentence</source>
        <translation>جرّبه على جملة</translation>
    </message>
    <message>
        <source>Salim al-Harithi visited Cairo University in March.</source>
        <translation>زار سالم الحارثي جامعة القاهرة في شهر مارس.</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>جرّب</translation>
    </message>
    <message>
        <source>“%1” (%2) looks for the kinds that are named below.</source>
        <translation>يبحث «%1» (%2) عن الأصناف المسمّاة أدناه.</translation>
    </message>
    <message numerus="yes">
        <source>%n kinds have no tag yet and are left out.</source>
        <translation>
            <numerusform>كل الأصناف لها وسوم.</numerusform>
            <numerusform>صنف واحد لا وسم له بعد، وهو متروك.</numerusform>
            <numerusform>صنفان لا وسم لهما بعد، وهما متروكان.</numerusform>
            <numerusform>%n أصناف لا وسم لها بعد، وهي متروكة.</numerusform>
            <numerusform>%n صنفًا لا وسم لها بعد، وهي متروكة.</numerusform>
            <numerusform>%n صنف لا وسم لها بعد، وهي متروكة.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” (%2) tells the kinds below apart.</source>
        <translation>يميّز «%1» (%2) الأصناف أدناه.</translation>
    </message>
    <message>
        <source>— left out —</source>
        <translation>— متروك —</translation>
    </message>
    <message>
        <source>Tag for %1</source>
        <translation>وسم %1</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>Note and attributes</source>
        <translation>الملاحظة والصفات</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>اكتب ملاحظة…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>+ Attribute</source>
        <translation>+ صفة</translation>
    </message>
    <message>
        <source>Add a name and a value, such as “certainty: high”.</source>
        <translation>أضف اسماً وقيمة، مثل «اليقين: عالٍ».</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save and close (Ctrl+Return)</source>
        <translation>حفظ وإغلاق (Ctrl+Return)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>At least %1 of the words are wrong: %2.</source>
        <translation>%1 من الكلمات خاطئة على الأقل: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters that no text can hold were left out.</source>
        <translation>
            <numerusform>لم يُترك حرف.</numerusform>
            <numerusform>تُرك حرف واحد لا يصلح في نص.</numerusform>
            <numerusform>تُرك حرفان لا يصلحان في نص.</numerusform>
            <numerusform>تُركت %n حروف لا تصلح في نص.</numerusform>
            <numerusform>تُرك %n حرفًا لا تصلح في نص.</numerusform>
            <numerusform>تُرك %n حرف لا تصلح في نص.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places could not be decoded; try another encoding.</source>
        <translation>
            <numerusform>فُكّ ترميزه كله.</numerusform>
            <numerusform>موضع واحد لم يُفكّ ترميزه؛ جرّب ترميزًا آخر.</numerusform>
            <numerusform>موضعان لم يُفكّ ترميزهما؛ جرّب ترميزًا آخر.</numerusform>
            <numerusform>%n مواضع لم يُفكّ ترميزها؛ جرّب ترميزًا آخر.</numerusform>
            <numerusform>%n موضعًا لم يُفكّ ترميزها؛ جرّب ترميزًا آخر.</numerusform>
            <numerusform>%n موضع لم يُفكّ ترميزها؛ جرّب ترميزًا آخر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows could not be read, the first of them %1.</source>
        <translation>
            <numerusform>قُرئت الصفوف كلها.</numerusform>
            <numerusform>صف واحد لم يُقرأ، وهو %1.</numerusform>
            <numerusform>صفان لم يُقرآ، أولهما %1.</numerusform>
            <numerusform>%n صفوف لم تُقرأ، أولها %1.</numerusform>
            <numerusform>%n صفًا لم تُقرأ، أولها %1.</numerusform>
            <numerusform>%n صف لم تُقرأ، أولها %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold no text.</source>
        <translation>
            <numerusform>في كل صف نص.</numerusform>
            <numerusform>صف واحد لا نص فيه.</numerusform>
            <numerusform>صفان لا نص فيهما.</numerusform>
            <numerusform>%n صفوف لا نص فيها.</numerusform>
            <numerusform>%n صفًا لا نص فيها.</numerusform>
            <numerusform>%n صف لا نص فيها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files in it were left out. %1</source>
        <translation>
            <numerusform>لم يُترك ملف منه. %1</numerusform>
            <numerusform>تُرك ملف واحد منه. %1</numerusform>
            <numerusform>تُرك ملفان منه. %1</numerusform>
            <numerusform>تُركت %n ملفات منه. %1</numerusform>
            <numerusform>تُرك %n ملفًا منه. %1</numerusform>
            <numerusform>تُرك %n ملف منه. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracked changes were accepted.</source>
        <translation>
            <numerusform>لا تغييرات متعقبة.</numerusform>
            <numerusform>قُبل تغيير متعقب واحد.</numerusform>
            <numerusform>قُبل تغييران متعقبان.</numerusform>
            <numerusform>قُبلت %n تغييرات متعقبة.</numerusform>
            <numerusform>قُبل %n تغييرًا متعقبًا.</numerusform>
            <numerusform>قُبل %n تغيير متعقب.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments can be taken as notes.</source>
        <translation>
            <numerusform>لا تعليقات فيه.</numerusform>
            <numerusform>فيه تعليق واحد يمكن أن يصير ملاحظة.</numerusform>
            <numerusform>فيه تعليقان يمكن أن يصيرا ملاحظتين.</numerusform>
            <numerusform>فيه %n تعليقات يمكن أن تصير ملاحظات.</numerusform>
            <numerusform>فيه %n تعليقًا يمكن أن تصير ملاحظات.</numerusform>
            <numerusform>فيه %n تعليق يمكن أن تصير ملاحظات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are not kept.</source>
        <translation>
            <numerusform>لا صور.</numerusform>
            <numerusform>لم تُحفظ صورة واحدة.</numerusform>
            <numerusform>لم تُحفظ صورتان.</numerusform>
            <numerusform>لم تُحفظ %n صور.</numerusform>
            <numerusform>لم تُحفظ %n صورة.</numerusform>
            <numerusform>لم تُحفظ %n صورة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames or scripts are not kept.</source>
        <translation>
            <numerusform>لا إطارات ولا برامج.</numerusform>
            <numerusform>لم يُحفظ إطار أو برنامج واحد.</numerusform>
            <numerusform>لم يُحفظ إطاران أو برنامجان.</numerusform>
            <numerusform>لم تُحفظ %n إطارات أو برامج.</numerusform>
            <numerusform>لم يُحفظ %n إطارًا أو برنامجًا.</numerusform>
            <numerusform>لم يُحفظ %n إطار أو برنامج.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are not kept. %1</source>
        <translation>
            <numerusform>حُفظت الأجزاء كلها. %1</numerusform>
            <numerusform>لم يُحفظ جزء واحد. %1</numerusform>
            <numerusform>لم يُحفظ جزآن. %1</numerusform>
            <numerusform>لم تُحفظ %n أجزاء. %1</numerusform>
            <numerusform>لم يُحفظ %n جزءًا. %1</numerusform>
            <numerusform>لم يُحفظ %n جزء. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things it wanted from elsewhere were not fetched.</source>
        <translation>
            <numerusform>لم يطلب شيئًا من خارجه.</numerusform>
            <numerusform>طلب شيئًا واحدًا من خارجه فلم يُجلب.</numerusform>
            <numerusform>طلب شيئين من خارجه فلم يُجلبا.</numerusform>
            <numerusform>طلب %n أشياء من خارجه فلم تُجلب.</numerusform>
            <numerusform>طلب %n شيئًا من خارجه فلم تُجلب.</numerusform>
            <numerusform>طلب %n شيء من خارجه فلم تُجلب.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages are pictures without text: they need OCR.</source>
        <translation>
            <numerusform>لا صفحات مصورة.</numerusform>
            <numerusform>صفحة واحدة صورة بلا نص: تحتاج إلى التعرف الضوئي.</numerusform>
            <numerusform>صفحتان صورتان بلا نص: تحتاجان إلى التعرف الضوئي.</numerusform>
            <numerusform>%n صفحات صور بلا نص: تحتاج إلى التعرف الضوئي.</numerusform>
            <numerusform>%n صفحة صور بلا نص: تحتاج إلى التعرف الضوئي.</numerusform>
            <numerusform>%n صفحة صور بلا نص: تحتاج إلى التعرف الضوئي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are stored as they are drawn. %1</source>
        <translation>
            <numerusform>لا أسطر محفوظة كما تُرسم. %1</numerusform>
            <numerusform>سطر واحد محفوظ كما يُرسم. %1</numerusform>
            <numerusform>سطران محفوظان كما يُرسمان. %1</numerusform>
            <numerusform>%n أسطر محفوظة كما تُرسم. %1</numerusform>
            <numerusform>%n سطرًا محفوظًا كما يُرسم. %1</numerusform>
            <numerusform>%n سطر محفوظ كما يُرسم. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters are stored as shapes. %1</source>
        <translation>
            <numerusform>لا حروف محفوظة أشكالًا. %1</numerusform>
            <numerusform>حرف واحد محفوظ شكلًا. %1</numerusform>
            <numerusform>حرفان محفوظان شكلين. %1</numerusform>
            <numerusform>%n أحرف محفوظة أشكالًا. %1</numerusform>
            <numerusform>%n حرفًا محفوظًا أشكالًا. %1</numerusform>
            <numerusform>%n حرف محفوظ أشكالًا. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hard-wrapped lines were joined.</source>
        <translation>
            <numerusform>لم يُوصل سطر.</numerusform>
            <numerusform>وُصل سطر مكسور واحد.</numerusform>
            <numerusform>وُصل سطران مكسوران.</numerusform>
            <numerusform>وُصلت %n أسطر مكسورة.</numerusform>
            <numerusform>وُصل %n سطرًا مكسورًا.</numerusform>
            <numerusform>وُصل %n سطر مكسور.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its name ends in %1, but it is of another kind.</source>
        <translation>ينتهي اسمه بـ%1، لكنه من نوع آخر.</translation>
    </message>
    <message>
        <source>The file is damaged, so the text may be wrong. %1</source>
        <translation>الملف تالف، فقد يكون النص غير صحيح. %1</translation>
    </message>
    <message>
        <source>The file ends in the middle.</source>
        <translation>ينتهي الملف في وسط الكلام.</translation>
    </message>
    <message>
        <source>Something was too large and was cut. %1</source>
        <translation>كان فيه شيء كبير جدًا فقُطع. %1</translation>
    </message>
    <message>
        <source>No article was found, so the whole page was taken.</source>
        <translation>لم يوجد مقال في الصفحة، فأُخذت كلها.</translation>
    </message>
    <message>
        <source>Its text has changed and is too long to be compared, so it is a document of its own. The one before it is still there; export its tags and import them into this one.</source>
        <translation>تغيّر نصه وهو أطول من أن يُقارَن، فصار مستندًا قائمًا بذاته. المستند السابق باقٍ؛ صدِّر وسومه ثم استوردها في هذا.</translation>
    </message>
    <message>
        <source>The text likely has errors; compare it with the file. %1</source>
        <translation>يُرجّح أن في النص أخطاء؛ قابله بالملف. %1</translation>
    </message>
</context>
<context>
    <name>OccurrenceModel</name>
    <message numerus="yes">
        <source>As it is (%n)</source>
        <translation>
            <numerusform>كما هي (%n)</numerusform>
            <numerusform>كما هي (%n)</numerusform>
            <numerusform>كما هي (%n)</numerusform>
            <numerusform>كما هي (%n)</numerusform>
            <numerusform>كما هي (%n)</numerusform>
            <numerusform>كما هي (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the article (%n)</source>
        <translation>
            <numerusform>مع أل التعريف (%n)</numerusform>
            <numerusform>مع أل التعريف (%n)</numerusform>
            <numerusform>مع أل التعريف (%n)</numerusform>
            <numerusform>مع أل التعريف (%n)</numerusform>
            <numerusform>مع أل التعريف (%n)</numerusform>
            <numerusform>مع أل التعريف (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With a particle before it (%n)</source>
        <translation>
            <numerusform>مع حرف قبلها (%n)</numerusform>
            <numerusform>مع حرف قبلها (%n)</numerusform>
            <numerusform>مع حرف قبلها (%n)</numerusform>
            <numerusform>مع حرف قبلها (%n)</numerusform>
            <numerusform>مع حرف قبلها (%n)</numerusform>
            <numerusform>مع حرف قبلها (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With a particle and the article (%n)</source>
        <translation>
            <numerusform>مع حرف وأل التعريف (%n)</numerusform>
            <numerusform>مع حرف وأل التعريف (%n)</numerusform>
            <numerusform>مع حرف وأل التعريف (%n)</numerusform>
            <numerusform>مع حرف وأل التعريف (%n)</numerusform>
            <numerusform>مع حرف وأل التعريف (%n)</numerusform>
            <numerusform>مع حرف وأل التعريف (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With a pronoun after it (%n)</source>
        <translation>
            <numerusform>مع ضمير بعدها (%n)</numerusform>
            <numerusform>مع ضمير بعدها (%n)</numerusform>
            <numerusform>مع ضمير بعدها (%n)</numerusform>
            <numerusform>مع ضمير بعدها (%n)</numerusform>
            <numerusform>مع ضمير بعدها (%n)</numerusform>
            <numerusform>مع ضمير بعدها (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With something on both sides (%n)</source>
        <translation>
            <numerusform>مع زيادة من الجانبين (%n)</numerusform>
            <numerusform>مع زيادة من الجانبين (%n)</numerusform>
            <numerusform>مع زيادة من الجانبين (%n)</numerusform>
            <numerusform>مع زيادة من الجانبين (%n)</numerusform>
            <numerusform>مع زيادة من الجانبين (%n)</numerusform>
            <numerusform>مع زيادة من الجانبين (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>All occurrences</source>
        <translation>جميع المواضع</translation>
    </message>
    <message>
        <source>&amp;Tag to give:</source>
        <translation>الوسم المراد:</translation>
    </message>
    <message>
        <source>Tag to give</source>
        <translation>الوسم المراد</translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Space ticks the selected rows, Return tags all ticked ones.</source>
        <translation>مفتاح المسافة يعلّم الأسطر المحددة، ومفتاح الإدخال يسم كل ما عُلّم.</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>تعليم الكل</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>إلغاء التعليم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%n places have “%1”, in any of its forms.</source>
        <translation>
            <numerusform>لا موضع فيه «%1» بأي صورة.</numerusform>
            <numerusform>موضع واحد فيه «%1» بصورها المختلفة.</numerusform>
            <numerusform>موضعان فيهما «%1» بصورها المختلفة.</numerusform>
            <numerusform>%n مواضع فيها «%1» بصورها المختلفة.</numerusform>
            <numerusform>%n موضعاً فيها «%1» بصورها المختلفة.</numerusform>
            <numerusform>%n موضع فيها «%1» بصورها المختلفة.</numerusform>
        </translation>
    </message>
    <message>
        <source>No place has “%1”.</source>
        <translation>لا موضع فيه «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>لم يُعلَّم شيء</numerusform>
            <numerusform>عُلّم واحد</numerusform>
            <numerusform>عُلّم اثنان</numerusform>
            <numerusform>عُلّمت %n</numerusform>
            <numerusform>عُلّم %n</numerusform>
            <numerusform>عُلّم %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n places</source>
        <translation>
            <numerusform>لا مواضع للوسم</numerusform>
            <numerusform>وسم الموضع</numerusform>
            <numerusform>وسم الموضعين</numerusform>
            <numerusform>وسم %n مواضع</numerusform>
            <numerusform>وسم %n موضعاً</numerusform>
            <numerusform>وسم %n موضع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderChoice</name>
    <message>
        <source>In text order</source>
        <translation>بترتيب النص</translation>
    </message>
    <message>
        <source>Grouped by name</source>
        <translation>مجمّعة بالاسم</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>الأوثق أولاً</translation>
    </message>
    <message>
        <source>Most useful first</source>
        <translation>الأنفع أولاً</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>ترتيب القائمة</translation>
    </message>
    <message>
        <source>Most useful first: those whose answer teaches the program most.</source>
        <translation>الأنفع أولاً: ما يتعلم البرنامج من جوابه أكثر.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>page %1</source>
        <translation>صفحة %1</translation>
    </message>
    <message>
        <source>%1 (level %2, page %3)</source>
        <translation>%1 (المستوى %2، صفحة %3)</translation>
    </message>
    <message>
        <source>%1 (level %2)</source>
        <translation>%1 (المستوى %2)</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Find a heading</source>
        <translation>ابحث عن عنوان</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Outline of the text</source>
        <translation>فهرس النص</translation>
    </message>
    <message>
        <source>Return goes to the place on the page.</source>
        <translation>مفتاح الإدخال يذهب إلى الموضع في الصفحة.</translation>
    </message>
    <message>
        <source>These headings are told by their looks.</source>
        <translation>عرفت هذه العناوين من هيئتها.</translation>
    </message>
    <message>
        <source>Open a text, and its headings are listed here.</source>
        <translation>افتح نصا فتسرد عناوينه هنا.</translation>
    </message>
    <message>
        <source>Looking for headings…</source>
        <translation>يجري البحث عن العناوين…</translation>
    </message>
    <message>
        <source>No heading has these words.</source>
        <translation>ليس في العناوين هذه الكلمات.</translation>
    </message>
    <message>
        <source>This text has no headings. Web pages, Word files, EPUB and Markdown bring theirs along.</source>
        <translation>ليس في هذا النص عناوين. أما صفحات الويب وملفات وورد وEPUB وMarkdown فتأتي بعناوينها.</translation>
    </message>
</context>
<context>
    <name>PagePictureDesk</name>
    <message>
        <source>This text does not come from a PDF file.</source>
        <translation>ليس مصدر هذا النص ملف PDF.</translation>
    </message>
    <message>
        <source>%1 is no longer where it was, so its pages cannot be shown.</source>
        <translation>لم يعد %1 في مكانه، فلا يمكن عرض صفحاته.</translation>
    </message>
    <message>
        <source>%1 has changed since it was imported: its pages would not fit the text.</source>
        <translation>تغيّر %1 منذ استيراده، فلن تطابق صفحاته النص.</translation>
    </message>
</context>
<context>
    <name>PagePictureView</name>
    <message>
        <source>Picture of the page</source>
        <translation>صورة الصفحة</translation>
    </message>
    <message>
        <source>Click a line to go to it in the text</source>
        <translation>انقر سطرًا لتذهب إليه في النص</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Close the picture of the page</source>
        <translation>أغلق صورة الصفحة</translation>
    </message>
    <message>
        <source>Page %1 (%2 of %3)</source>
        <translation>الصفحة %1 (%2 من %3)</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>PlacingDesk</name>
    <message>
        <source>Select the tag&apos;s place on the page first.</source>
        <translation>حدّد أولًا موضع الوسم في الصفحة.</translation>
    </message>
</context>
<context>
    <name>PlacingDialog</name>
    <message>
        <source>%1 — no place</source>
        <translation>%1 — بلا موضع</translation>
    </message>
    <message>
        <source>%1 — perhaps here?</source>
        <translation>%1 — لعله هنا؟</translation>
    </message>
    <message>
        <source>Its words are gone. Select another place on the page, or leave it.</source>
        <translation>زالت كلماته. حدّد موضعًا آخر في الصفحة أو اتركه.</translation>
    </message>
    <message>
        <source>Every tag has its place.</source>
        <translation>لكل وسم موضعه.</translation>
    </message>
    <message numerus="yes">
        <source>%n tags may belong elsewhere in the changed text.</source>
        <translation>
            <numerusform>لا وسم قد يكون في موضع آخر من النص المتغيّر.</numerusform>
            <numerusform>وسم واحد قد يكون في موضع آخر من النص المتغيّر.</numerusform>
            <numerusform>وسمان قد يكونان في موضع آخر من النص المتغيّر.</numerusform>
            <numerusform>%n وسوم قد تكون في مواضع أخرى من النص المتغيّر.</numerusform>
            <numerusform>%n وسمًا قد تكون في مواضع أخرى من النص المتغيّر.</numerusform>
            <numerusform>%n وسم قد تكون في مواضع أخرى من النص المتغيّر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have no place any more.</source>
        <translation>
            <numerusform>لا وسم بلا موضع.</numerusform>
            <numerusform>وسم واحد لم يعد له موضع.</numerusform>
            <numerusform>وسمان لم يعد لهما موضع.</numerusform>
            <numerusform>%n وسوم لم يعد لها موضع.</numerusform>
            <numerusform>%n وسمًا لم يعد لها موضع.</numerusform>
            <numerusform>%n وسم لم يعد لها موضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Note: %2</source>
        <translation>%1. ملاحظة: %2</translation>
    </message>
    <message>
        <source>Tags without a place</source>
        <translation>وسوم بلا موضع</translation>
    </message>
    <message>
        <source>Tags without a sure place</source>
        <translation>وسوم بلا موضع مؤكّد</translation>
    </message>
    <message>
        <source>Where it stood</source>
        <translation>حيث كان</translation>
    </message>
    <message>
        <source>Where it may belong now</source>
        <translation>حيث قد يكون الآن</translation>
    </message>
    <message>
        <source>&amp;Accept this place</source>
        <translation>ا&amp;قبل هذا الموضع</translation>
    </message>
    <message>
        <source>The tag gets the place that is shown (Return)</source>
        <translation>يوضع الوسم في الموضع المعروض (Return)</translation>
    </message>
    <message>
        <source>&amp;Use the selection</source>
        <translation>استعمل الت&amp;حديد</translation>
    </message>
    <message>
        <source>The tag gets what is selected on the page (Insert)</source>
        <translation>يوضع الوسم على ما هو محدّد في الصفحة (Insert)</translation>
    </message>
    <message>
        <source>&amp;Leave without a place</source>
        <translation>ا&amp;تركه بلا موضع</translation>
    </message>
    <message>
        <source>The place is wrong; the tag is kept with its note (Backspace)</source>
        <translation>الموضع خطأ، ويبقى الوسم مع ملاحظته (Backspace)</translation>
    </message>
    <message>
        <source>&amp;Remove the tag</source>
        <translation>احذف الو&amp;سم</translation>
    </message>
    <message>
        <source>Undo brings it back (Delete)</source>
        <translation>يعيده التراجع (Delete)</translation>
    </message>
    <message>
        <source>Accept all places</source>
        <translation>اقبل كل المواضع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>التعرّف</translation>
    </message>
    <message>
        <source>Neural model</source>
        <translation>النموذج العصبي</translation>
    </message>
    <message>
        <source>Name lists</source>
        <translation>قوائم الأسماء</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>بنّي</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Distance of lines</source>
        <translation>تباعد السطور</translation>
    </message>
    <message>
        <source>1 is what the typeface asks for.</source>
        <translation>القيمة 1 هي ما يطلبه الخط نفسه.</translation>
    </message>
    <message>
        <source>Length of lines</source>
        <translation>طول السطر</translation>
    </message>
    <message>
        <source>The longest line, counted in sizes of the text.</source>
        <translation>أطول سطر، محسوبًا بأحجام النص.</translation>
    </message>
    <message>
        <source>Justified lines</source>
        <translation>سطور مضبوطة الطرفين</translation>
    </message>
    <message>
        <source>Flag unseen characters</source>
        <translation>وضع علامة على المحارف التي لا ترى</translation>
    </message>
    <message>
        <source>Controls of direction and the like can make a text look other than it is.</source>
        <translation>محارف التحكم في الاتجاه وأمثالها قد تظهر النص على غير ما هو عليه.</translation>
    </message>
    <message>
        <source>Where they could deceive</source>
        <translation>حيث قد تخدع</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل موضع</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدا</translation>
    </message>
    <message>
        <source>Vowel signs</source>
        <translation>التشكيل</translation>
    </message>
    <message>
        <source>The text itself is never changed, nor what is copied.</source>
        <translation>لا يتغير النص نفسه أبدا، ولا ما ينسخ منه.</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>كما طبع</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>مخفى</translation>
    </message>
    <message>
        <source>Others made by machine, in colour</source>
        <translation>مع تشكيل آلي بلون آخر</translation>
    </message>
    <message>
        <source>Copy with citation as</source>
        <translation>صيغة النسخ مع المصدر</translation>
    </message>
    <message>
        <source>Names: {quote} {title} {author} {page} {paragraph} {date} {source}. […] is left out where it names nothing known. Empty: as is usual in this language.</source>
        <translation>الأسماء: {quote} {title} {author} {page} {paragraph} {date} {source}. وما بين […] يحذف حيث لا يعرف ما يسميه. وإن ترك فارغا فكالمعتاد في هذه اللغة.</translation>
    </message>
    <message>
        <source>Explain a word where the pointer rests</source>
        <translation>شرح الكلمة التي يستقر عليها المؤشر</translation>
    </message>
    <message>
        <source>It rests for</source>
        <translation>مدة استقراره</translation>
    </message>
    <message>
        <source>A pointer that only passes explains nothing.</source>
        <translation>المؤشر العابر لا يشرح شيئًا.</translation>
    </message>
    <message>
        <source>Explain while this key is held</source>
        <translation>الشرح ما دام هذا المفتاح مضغوطًا</translation>
    </message>
    <message>
        <source>Also where resting alone explains nothing.</source>
        <translation>وإن كان الاستقرار وحده لا يشرح شيئًا.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Explain a word that is clicked</source>
        <translation>شرح الكلمة عند النقر عليها</translation>
    </message>
    <message>
        <source>Explain the word at the caret with Ctrl+D</source>
        <translation>شرح الكلمة عند المشيرة بالمفتاحين Ctrl+D</translation>
    </message>
    <message>
        <source>The menu explains it in any case.</source>
        <translation>والقائمة تشرحها على كل حال.</translation>
    </message>
    <message>
        <source>Underline terms of the term bases</source>
        <translation>وضع خط تحت مصطلحات قواعد المصطلحات</translation>
    </message>
    <message>
        <source>Mark words that I am learning</source>
        <translation>تعليم الكلمات التي أتعلّمها</translation>
    </message>
    <message>
        <source>Mark words that are new to me</source>
        <translation>تعليم الكلمات الجديدة عليّ</translation>
    </message>
    <message>
        <source>Show suggestions on the page</source>
        <translation>إظهار الاقتراحات على الصفحة</translation>
    </message>
    <message>
        <source>Hide what is less sure than</source>
        <translation>إخفاء ما تقلّ ثقته عن</translation>
    </message>
    <message>
        <source>Hidden suggestions are kept and come back when this is lowered.</source>
        <translation>تبقى الاقتراحات المخفية محفوظة، وتعود حين تُخفض هذه النسبة.</translation>
    </message>
    <message>
        <source>Learn from what I tag, accept and reject</source>
        <translation>التعلّم مما أَسِمه وأقبله وأرفضه</translation>
    </message>
    <message>
        <source>What is learned stays in the library and leaves this machine only with it.</source>
        <translation>يبقى ما يُتعلَّم في المكتبة، ولا يغادر هذا الجهاز إلا معها.</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>البحث عن</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>التواريخ والأوقات</translation>
    </message>
    <message>
        <source>Numbers, money and measures</source>
        <translation>الأعداد والمبالغ والمقاييس</translation>
    </message>
    <message>
        <source>Known places, bodies and events</source>
        <translation>الأماكن والهيئات والأحداث المعروفة</translation>
    </message>
    <message>
        <source>Organisations by their first word</source>
        <translation>المنظمات من أول كلمة فيها</translation>
    </message>
    <message>
        <source>Events by their first word</source>
        <translation>الأحداث من أول كلمة فيها</translation>
    </message>
    <message>
        <source>Offices and roles</source>
        <translation>المناصب والأدوار</translation>
    </message>
    <message>
        <source>People by given name or title</source>
        <translation>الأشخاص من الاسم الأول أو اللقب</translation>
    </message>
    <message>
        <source>Works and slogans in quotation marks</source>
        <translation>الأعمال والشعارات بين علامات التنصيص</translation>
    </message>
    <message>
        <source>Names that the trained tagger sees</source>
        <translation>الأسماء التي يراها الواسم المدرَّب</translation>
    </message>
    <message>
        <source>Surnames and short forms of names met before</source>
        <translation>ألقاب الأسماء التي سبق ذكرها ومختصراتها</translation>
    </message>
    <message>
        <source>Drop what the model is less sure of than</source>
        <translation>ترك ما تقلّ ثقة النموذج فيه عن</translation>
    </message>
    <message>
        <source>Threads it may use</source>
        <translation>عدد المسارات التي يستعملها</translation>
    </message>
    <message>
        <source>More is faster and leaves less of the machine to other programs.</source>
        <translation>الزيادة أسرع، لكنها تترك من الجهاز أقل لسائر البرامج.</translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message>
        <source>The settings could not be saved: %1</source>
        <translation>تعذّر حفظ الإعدادات: %1</translation>
    </message>
    <message>
        <source>It found nothing in this sentence.</source>
        <translation>لم يجد في هذه الجملة شيئًا.</translation>
    </message>
    <message>
        <source>It was loaded in %1 s and read the sentence in %2 s.</source>
        <translation>استغرق تحميله %1 ث وقراءة الجملة %2 ث.</translation>
    </message>
    <message numerus="yes">
        <source>%n names were read from “%1”.</source>
        <translation>
            <numerusform>لم يُقرأ اسم من «%1».</numerusform>
            <numerusform>قُرئ اسم واحد من «%1».</numerusform>
            <numerusform>قُرئ اسمان من «%1».</numerusform>
            <numerusform>قُرئت %n أسماء من «%1».</numerusform>
            <numerusform>قُرئ %n اسمًا من «%1».</numerusform>
            <numerusform>قُرئ %n اسم من «%1».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>لا إعداد بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>PresentTag</name>
    <message>
        <source>Remove the tag %1 from these words.</source>
        <translation>إزالة الوسم %1 عن هذه الكلمات.</translation>
    </message>
</context>
<context>
    <name>PrintingDesk</name>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The pages are being set…</source>
        <translation>تُصفّ الصفحات…</translation>
    </message>
    <message>
        <source>There is no printer; the pages can be saved as a PDF file.</source>
        <translation>لا توجد طابعة، ويمكن حفظ الصفحات ملفًّا بصيغة PDF.</translation>
    </message>
    <message>
        <source>The pages are being printed…</source>
        <translation>تُطبع الصفحات…</translation>
    </message>
    <message numerus="yes">
        <source>%n pages were set.</source>
        <translation>
            <numerusform>لم تُصفّ أي صفحة.</numerusform>
            <numerusform>صُفّت صفحة واحدة.</numerusform>
            <numerusform>صُفّت صفحتان.</numerusform>
            <numerusform>صُفّت %n صفحات.</numerusform>
            <numerusform>صُفّت %n صفحة.</numerusform>
            <numerusform>صُفّت %n صفحة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Text of the document</source>
        <translation>نص المستند</translation>
    </message>
</context>
<context>
    <name>ReadingPlace</name>
    <message>
        <source>Taking the text into the library…</source>
        <translation>يدخل النص المكتبة…</translation>
    </message>
    <message>
        <source>Looking for names, places and dates…</source>
        <translation>يُبحث عن الأسماء والأماكن والتواريخ…</translation>
    </message>
    <message>
        <source>Saving the change…</source>
        <translation>يُحفظ التغيير…</translation>
    </message>
    <message>
        <source>Copying the selection…</source>
        <translation>يُنسخ ما حُدِّد…</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>the tagger knows the word from such names</source>
        <translation>الواسم الآلي يعرف الكلمة من أسماء كهذه</translation>
    </message>
    <message>
        <source>the tagger: it is written as such names are</source>
        <translation>الواسم الآلي: رسمها كرسم هذه الأسماء</translation>
    </message>
    <message>
        <source>the tagger: the lists have it or its neighbours</source>
        <translation>الواسم الآلي: هي أو ما يجاورها في القوائم</translation>
    </message>
    <message>
        <source>the tagger: it takes articles and endings as names do</source>
        <translation>الواسم الآلي: تقبل التعريف واللواحق كما تقبلها الأسماء</translation>
    </message>
    <message>
        <source>the tagger: such names often stand after “%1”</source>
        <translation>الواسم الآلي: كثيراً ما تأتي هذه الأسماء بعد «%1»</translation>
    </message>
    <message>
        <source>the tagger: such names often stand before “%1”</source>
        <translation>الواسم الآلي: كثيراً ما تأتي هذه الأسماء قبل «%1»</translation>
    </message>
    <message>
        <source>the tagger: the rules see it too</source>
        <translation>الواسم الآلي: القواعد تراها أيضاً</translation>
    </message>
    <message>
        <source>the tagger: the text names it elsewhere</source>
        <translation>الواسم الآلي: سُمّيت في موضع آخر من النص</translation>
    </message>
    <message>
        <source>the tagger: such names often begin a paragraph</source>
        <translation>الواسم الآلي: كثيراً ما تبدأ هذه الأسماء الفقرة</translation>
    </message>
    <message>
        <source>the tagger: such names often end a paragraph</source>
        <translation>الواسم الآلي: كثيراً ما تنتهي بها الفقرة</translation>
    </message>
    <message>
        <source>listed place</source>
        <translation>مكان معروف</translation>
    </message>
    <message>
        <source>listed country</source>
        <translation>بلد معروف</translation>
    </message>
    <message>
        <source>listed organisation</source>
        <translation>مؤسسة معروفة</translation>
    </message>
    <message>
        <source>listed event</source>
        <translation>حدث معروف</translation>
    </message>
    <message>
        <source>after “%1”</source>
        <translation>بعد «%1»</translation>
    </message>
    <message>
        <source>“%1” begins the names of places</source>
        <translation>«%1» تبدأ بها أسماء الأماكن</translation>
    </message>
    <message>
        <source>“%1” begins the name of a body</source>
        <translation>«%1» يبدأ بها اسم الهيئة</translation>
    </message>
    <message>
        <source>“%1” begins the name of an event</source>
        <translation>«%1» يبدأ بها اسم الحدث</translation>
    </message>
    <message>
        <source>“%1” begins an office</source>
        <translation>«%1» يبدأ بها اسم المنصب</translation>
    </message>
    <message>
        <source>title before a name</source>
        <translation>لقب قبل اسم</translation>
    </message>
    <message>
        <source>name after “%1”</source>
        <translation>اسم بعد «%1»</translation>
    </message>
    <message>
        <source>name after an office</source>
        <translation>اسم بعد منصب</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>اسم علم</translation>
    </message>
    <message>
        <source>given name and what follows</source>
        <translation>اسم علم وما يليه</translation>
    </message>
    <message>
        <source>unknown word and given name</source>
        <translation>كلمة غير معروفة مع اسم علم</translation>
    </message>
    <message>
        <source>surname of “%1”</source>
        <translation>لقب عائلة «%1»</translation>
    </message>
    <message>
        <source>short for “%1”</source>
        <translation>اختصار «%1»</translation>
    </message>
    <message>
        <source>quoted after “%1”</source>
        <translation>بين علامتي تنصيص بعد «%1»</translation>
    </message>
    <message>
        <source>short quoted expression</source>
        <translation>عبارة قصيرة بين علامتي تنصيص</translation>
    </message>
    <message>
        <source>year</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>year after “%1”</source>
        <translation>سنة بعد «%1»</translation>
    </message>
    <message>
        <source>year in two calendars</source>
        <translation>سنة بتقويمين</translation>
    </message>
    <message>
        <source>year before Christ</source>
        <translation>سنة قبل الميلاد</translation>
    </message>
    <message>
        <source>range of years</source>
        <translation>مدى سنوات</translation>
    </message>
    <message>
        <source>decade</source>
        <translation>عقد</translation>
    </message>
    <message>
        <source>century</source>
        <translation>قرن</translation>
    </message>
    <message>
        <source>month</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>month and year</source>
        <translation>شهر وسنة</translation>
    </message>
    <message>
        <source>day and month</source>
        <translation>يوم وشهر</translation>
    </message>
    <message>
        <source>range of days</source>
        <translation>مدى أيام</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>يوم من الأسبوع</translation>
    </message>
    <message>
        <source>weekday and date</source>
        <translation>يوم من الأسبوع وتاريخ</translation>
    </message>
    <message>
        <source>date in figures</source>
        <translation>تاريخ بالأرقام</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>وقت من اليوم</translation>
    </message>
    <message>
        <source>relative to the day of writing</source>
        <translation>منسوب إلى يوم الكتابة</translation>
    </message>
    <message>
        <source>a number and what it counts</source>
        <translation>عدد ومعدوده</translation>
    </message>
    <message>
        <source>a large number</source>
        <translation>عدد كبير</translation>
    </message>
    <message>
        <source>a measure</source>
        <translation>قياس</translation>
    </message>
    <message>
        <source>an amount of money</source>
        <translation>مبلغ من المال</translation>
    </message>
    <message>
        <source>a percentage</source>
        <translation>نسبة مئوية</translation>
    </message>
    <message>
        <source>in your lists</source>
        <translation>في قوائمك</translation>
    </message>
    <message>
        <source>listed person</source>
        <translation>شخص معروف</translation>
    </message>
    <message>
        <source>surname of several people named before</source>
        <translation>لقب لأكثر من شخص ذُكر من قبل</translation>
    </message>
    <message>
        <source>office of “%1”</source>
        <translation>منصب «%1»</translation>
    </message>
    <message>
        <source>season</source>
        <translation>فصل من سنة</translation>
    </message>
    <message>
        <source>part of a year</source>
        <translation>جزء من سنة</translation>
    </message>
    <message>
        <source>range of months</source>
        <translation>مدى أشهر</translation>
    </message>
    <message>
        <source>a stretch of time</source>
        <translation>مدة</translation>
    </message>
    <message>
        <source>a part of what follows</source>
        <translation>جزء مما بعده</translation>
    </message>
    <message>
        <source>the neural model calls it “%1”</source>
        <translation>يسمّيه النموذج العصبي «%1»</translation>
    </message>
    <message>
        <source>you tagged this before</source>
        <translation>سبق أن وسمتَه هكذا</translation>
    </message>
    <message>
        <source>you tagged this often</source>
        <translation>وسمتَه هكذا مرارًا</translation>
    </message>
    <message>
        <source>like places that you tagged so</source>
        <translation>يشبه مواضع وسمتَها هكذا</translation>
    </message>
    <message>
        <source>more than: %1</source>
        <translation>أكثر من: %1</translation>
    </message>
    <message>
        <source>less than: %1</source>
        <translation>أقل من: %1</translation>
    </message>
    <message>
        <source>at least: %1</source>
        <translation>على الأقل: %1</translation>
    </message>
    <message>
        <source>at most: %1</source>
        <translation>على الأكثر: %1</translation>
    </message>
    <message>
        <source>a quotation mark in it is never closed</source>
        <translation>فيه علامة اقتباس لم تُغلق</translation>
    </message>
    <message>
        <source>its rows cannot be told apart</source>
        <translation>لا تتميز صفوفه</translation>
    </message>
    <message>
        <source>it has too many columns</source>
        <translation>أعمدته كثيرة جدًا</translation>
    </message>
    <message>
        <source>nothing in it is a JSON object</source>
        <translation>ليس فيه كائن JSON</translation>
    </message>
    <message>
        <source>it is not JSON as it should be</source>
        <translation>ليس JSON سليمًا</translation>
    </message>
    <message>
        <source>it does not begin with ######OpenITI#</source>
        <translation>لا يبدأ بـ######OpenITI#</translation>
    </message>
    <message>
        <source>behind its header nothing follows</source>
        <translation>لا شيء بعد ترويسته</translation>
    </message>
    <message>
        <source>no times of subtitles are in it</source>
        <translation>ليس فيه أوقات ترجمة</translation>
    </message>
    <message>
        <source>its subtitles are empty</source>
        <translation>ترجماته فارغة</translation>
    </message>
    <message>
        <source>it holds nothing but markup</source>
        <translation>ليس فيه إلا علامات تنسيق</translation>
    </message>
    <message>
        <source>no row has anything in the column of the text</source>
        <translation>لا صف فيه شيء في عمود النص</translation>
    </message>
    <message>
        <source>no record has anything where the text should be</source>
        <translation>لا سجل فيه شيء في موضع النص</translation>
    </message>
    <message>
        <source>no file in it can be read</source>
        <translation>لا ملف فيه يمكن أن يُقرأ</translation>
    </message>
    <message>
        <source>nothing in it can be read</source>
        <translation>لا شيء فيه يمكن أن يُقرأ</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>هو فارغ</translation>
    </message>
    <message>
        <source>it is cut short, or not a zip file as it should be</source>
        <translation>هو مقطوع، أو ليس ملف zip سليمًا</translation>
    </message>
    <message>
        <source>it lists too many files</source>
        <translation>فيه ملفات كثيرة جدًا</translation>
    </message>
    <message>
        <source>files in it overlap</source>
        <translation>ملفات فيه متداخلة</translation>
    </message>
    <message>
        <source>archives are nested in it too deep</source>
        <translation>فيه ملفات مضغوطة بعضها في بعض إلى عمق كبير</translation>
    </message>
    <message>
        <source>it unpacks to far more than it holds</source>
        <translation>ينفك إلى ما يفوق حجمه بكثير</translation>
    </message>
    <message>
        <source>it is no whole PDF</source>
        <translation>ليس ملف PDF كاملًا</translation>
    </message>
    <message>
        <source>nothing in it is text</source>
        <translation>ليس فيه نص</translation>
    </message>
    <message>
        <source>what should be XML in it is none</source>
        <translation>ما ينبغي أن يكون XML فيه ليس كذلك</translation>
    </message>
    <message>
        <source>it declares entities of its own</source>
        <translation>يصرّح بكيانات XML خاصة به</translation>
    </message>
    <message>
        <source>a file in it cannot be unpacked</source>
        <translation>تعذّر فكّ ضغط ملف فيه</translation>
    </message>
    <message>
        <source>a file in it is packed in a way that is not read</source>
        <translation>فيه ملف ضُغط بطريقة غير مقروءة</translation>
    </message>
    <message>
        <source>the part with the text is missing</source>
        <translation>الجزء الذي فيه النص مفقود</translation>
    </message>
    <message>
        <source>it holds no text document</source>
        <translation>ليس فيه مستند نصي</translation>
    </message>
    <message>
        <source>it names no text to read</source>
        <translation>لا يذكر نصًّا يُقرأ</translation>
    </message>
    <message>
        <source>its package document is missing</source>
        <translation>وثيقة حزمته مفقودة</translation>
    </message>
    <message>
        <source>there is no web page in it</source>
        <translation>ليس فيه صفحة ويب</translation>
    </message>
    <message>
        <source>envelopes are nested in it too deep</source>
        <translation>تداخلت فيه المغلّفات تداخلًا عميقًا</translation>
    </message>
    <message>
        <source>no page can be read</source>
        <translation>لا يمكن قراءة أي صفحة</translation>
    </message>
    <message>
        <source>every page is a picture: it needs OCR</source>
        <translation>كل صفحاته صور: يحتاج إلى تعرّف ضوئي على الحروف</translation>
    </message>
    <message>
        <source>no page has letters</source>
        <translation>ليس في صفحاته حروف</translation>
    </message>
    <message>
        <source>the file does not say which letters are drawn: it needs OCR</source>
        <translation>لا يذكر الملف أي الحروف مرسومة فيه: يحتاج إلى تعرّف ضوئي</translation>
    </message>
    <message>
        <source>the file does not say which letters they are</source>
        <translation>لا يذكر الملف أي الحروف هي</translation>
    </message>
    <message>
        <source>foreign signs stand inside the words</source>
        <translation>في وسط الكلمات علامات غريبة</translation>
    </message>
    <message>
        <source>letters are torn apart</source>
        <translation>حروف مفصولة بعضها عن بعض</translation>
    </message>
    <message>
        <source>many words are in no word list</source>
        <translation>كلمات كثيرة ليست في قوائم الكلمات</translation>
    </message>
    <message>
        <source>the words stand backwards</source>
        <translation>الكلمات معكوسة</translation>
    </message>
    <message>
        <source>repair is offered</source>
        <translation>الإصلاح متاح</translation>
    </message>
    <message>
        <source>it was repaired, and the text as it stood is an earlier version</source>
        <translation>أُصلح، والنص كما كان نسخة سابقة</translation>
    </message>
</context>
<context>
    <name>RelationBanner</name>
    <message>
        <source>Choose the annotation that “%1” is related to, then press Return.</source>
        <translation>اختر الموضع الذي تربطه بـ«%1» ثم اضغط مفتاح الإدخال.</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>RelationDialog</name>
    <message>
        <source>Relate two annotations</source>
        <translation>ربط موضعين موسومين</translation>
    </message>
    <message>
        <source>&amp;Relation of the first to the second</source>
        <translation>علاقة الأول بالثاني</translation>
    </message>
    <message>
        <source>Such as: is member of, lies in, speaks of</source>
        <translation>مثل: عضو في، يقع في، يتحدث عن</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>تبديل</translation>
    </message>
    <message>
        <source>The relation goes the other way</source>
        <translation>العلاقة في الاتجاه الآخر</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>RelationList</name>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Relations of the chosen annotation</source>
        <translation>علاقات الموضع المختار</translation>
    </message>
    <message>
        <source>%1 (%2). Return goes there, Delete removes the relation.</source>
        <translation>%1 (%2). مفتاح الإدخال ينقلك إليه، ومفتاح الحذف يزيل العلاقة.</translation>
    </message>
    <message>
        <source>Relation %1 to: %2</source>
        <translation>علاقة %1 بـ: %2</translation>
    </message>
    <message>
        <source>Relation %1 from: %2</source>
        <translation>علاقة %1 من: %2</translation>
    </message>
    <message>
        <source>Go to the other annotation</source>
        <translation>الانتقال إلى الموضع الآخر</translation>
    </message>
    <message>
        <source>Remove this relation</source>
        <translation>إزالة هذه العلاقة</translation>
    </message>
</context>
<context>
    <name>RepairDesk</name>
    <message>
        <source>The letters of this text are stored as they are drawn, so words in it are not found.</source>
        <translation>حروف هذا النص محفوظة كما تُرسم، فلا يُعثر على كلماته عند البحث.</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>أصلح…</translation>
    </message>
    <message>
        <source>The text was damaged when it was read from its file: many words are wrong or missing.</source>
        <translation>تضرر النص عند قراءته من ملفه: كلمات كثيرة فيه خاطئة أو ناقصة.</translation>
    </message>
    <message>
        <source>The text was read from its file with likely errors. Compare it with the file.</source>
        <translation>قُرئ النص من ملفه وفيه أخطاء على الأرجح، فقابله بالملف.</translation>
    </message>
    <message>
        <source>Some pages of the file are pictures: their text is missing here and needs OCR.</source>
        <translation>بعض صفحات الملف صور: نصها غير موجود هنا ويحتاج إلى تعرّف ضوئي على الحروف.</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>اعرض الصفحات</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>The text is being looked through…</source>
        <translation>يجري فحص النص…</translation>
    </message>
    <message>
        <source>The lines are stored in the order they are drawn, from left to right.</source>
        <translation>الأسطر محفوظة بترتيب رسمها، من اليسار إلى اليمين.</translation>
    </message>
    <message>
        <source>The letters of each word are stored from left to right.</source>
        <translation>حروف كل كلمة محفوظة من اليسار إلى اليمين.</translation>
    </message>
    <message numerus="yes">
        <source>%n letters are stored as shapes instead of letters.</source>
        <translation>
            <numerusform>لا حروف محفوظة أشكالًا.</numerusform>
            <numerusform>حرف واحد محفوظ شكلًا لا حرفًا.</numerusform>
            <numerusform>حرفان محفوظان شكلين لا حرفين.</numerusform>
            <numerusform>%n أحرف محفوظة أشكالًا لا حروفًا.</numerusform>
            <numerusform>%n حرفًا محفوظًا أشكالًا لا حروفًا.</numerusform>
            <numerusform>%n حرف محفوظ أشكالًا لا حروفًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this text has to be repaired.</source>
        <translation>ليس في هذا النص ما يحتاج إلى إصلاح.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines would change.</source>
        <translation>
            <numerusform>لن يتغير أي سطر.</numerusform>
            <numerusform>سيتغير سطر واحد.</numerusform>
            <numerusform>سيتغير سطران.</numerusform>
            <numerusform>ستتغير %n أسطر.</numerusform>
            <numerusform>سيتغير %n سطرًا.</numerusform>
            <numerusform>سيتغير %n سطر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them draw exactly as they stood.</source>
        <translation>
            <numerusform>لا يُرسم أي منها كما كان تمامًا.</numerusform>
            <numerusform>واحد منها يُرسم كما كان تمامًا.</numerusform>
            <numerusform>اثنان منها يُرسمان كما كانا تمامًا.</numerusform>
            <numerusform>%n منها تُرسم كما كانت تمامًا.</numerusform>
            <numerusform>%n منها تُرسم كما كانت تمامًا.</numerusform>
            <numerusform>%n منها تُرسم كما كانت تمامًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>لا يُعرض منها شيء.</numerusform>
            <numerusform>يُعرض أولها.</numerusform>
            <numerusform>يُعرض أول اثنين منها.</numerusform>
            <numerusform>تُعرض أول %n منها.</numerusform>
            <numerusform>يُعرض أول %n منها.</numerusform>
            <numerusform>يُعرض أول %n منها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags stay at their words; the text as it is stays as an earlier version.</source>
        <translation>تبقى الوسوم على كلماتها، ويبقى النص كما هو الآن نسخةً سابقة.</translation>
    </message>
    <message>
        <source>Repair the letters</source>
        <translation>إصلاح الحروف</translation>
    </message>
    <message>
        <source>The &amp;text is stored:</source>
        <translation>ال&amp;نص محفوظ:</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>كما تبيّن من فحصه</translation>
    </message>
    <message>
        <source>Each line from left to right</source>
        <translation>كل سطر من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>The letters of each word from left to right</source>
        <translation>حروف كل كلمة من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>بترتيب القراءة</translation>
    </message>
    <message>
        <source>&amp;Spell out words that are one sign: ﷲ, ﷺ</source>
        <translation>&amp;فُكّ الكلمات المكتوبة رمزًا واحدًا: ﷲ، ﷺ</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>كما هو محفوظ</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>بعد الإصلاح</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>أ&amp;صلح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>That was the last suggestion; this is the first one that is open.</source>
        <translation>كان ذاك آخر اقتراح، وهذا أول اقتراح معلق.</translation>
    </message>
    <message>
        <source>That was the first suggestion; this is the last one that is open.</source>
        <translation>كان ذاك أول اقتراح، وهذا آخر اقتراح معلق.</translation>
    </message>
    <message>
        <source>The edge can go no further.</source>
        <translation>لا يتحرك الطرف أبعد من هذا.</translation>
    </message>
    <message>
        <source>No suggestion is left to decide on.</source>
        <translation>لم يبق اقتراح يُبتّ فيه.</translation>
    </message>
</context>
<context>
    <name>RootFamilyDialog</name>
    <message>
        <source>Looking through your texts…</source>
        <translation>البحث في نصوصك جارٍ…</translation>
    </message>
    <message>
        <source>No word of this root stands in your texts.</source>
        <translation>لا ترد في نصوصك كلمة من هذا الجذر.</translation>
    </message>
    <message numerus="yes">
        <source>%n words of this root</source>
        <translation>
            <numerusform>لا كلمات من هذا الجذر</numerusform>
            <numerusform>كلمة واحدة من هذا الجذر</numerusform>
            <numerusform>كلمتان من هذا الجذر</numerusform>
            <numerusform>%n كلمات من هذا الجذر</numerusform>
            <numerusform>%n كلمةً من هذا الجذر</numerusform>
            <numerusform>%n كلمة من هذا الجذر</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all texts were looked through: there are too many.</source>
        <translation>لم يُبحث في النصوص كلها لكثرتها.</translation>
    </message>
    <message>
        <source>Words of one root</source>
        <translation>كلمات جذر واحد</translation>
    </message>
    <message>
        <source>Root %1</source>
        <translation>الجذر %1</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>الكلمة</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>In this text</source>
        <translation>في هذا النص</translation>
    </message>
    <message>
        <source>In other texts</source>
        <translation>في نصوص أخرى</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SidebarTabs</name>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>الفهرس</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسماً</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>%n اقتراحات</numerusform>
            <numerusform>%n اقتراحاً</numerusform>
            <numerusform>%n اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags without a place</source>
        <translation>
            <numerusform>لا وسم بلا موضع</numerusform>
            <numerusform>وسم واحد بلا موضع</numerusform>
            <numerusform>وسمان بلا موضع</numerusform>
            <numerusform>%n وسوم بلا موضع</numerusform>
            <numerusform>%n وسمًا بلا موضع</numerusform>
            <numerusform>%n وسم بلا موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them and find their places</source>
        <translation>انظر فيها واعثر على مواضعها</translation>
    </message>
    <message>
        <source>%</source>
        <translation>٪</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Why: %1</source>
        <translation>السبب: %1</translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <translation>القراءة: %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>وسم آخر</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>قبول الكل</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>رفض الكل</translation>
    </message>
    <message>
        <source>Move the end</source>
        <translation>تحريك الآخِر</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>تحريك الأول</translation>
    </message>
    <message>
        <source>“%1”: more than %2 other mentions</source>
        <translation>«%1»: أكثر من %2 ذكر آخر</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n other mentions</source>
        <translation>
            <numerusform>«%1»: لا ذكر آخر</numerusform>
            <numerusform>«%1»: ذكر آخر</numerusform>
            <numerusform>«%1»: ذكران آخران</numerusform>
            <numerusform>«%1»: %n مرات أخرى</numerusform>
            <numerusform>«%1»: %n مرة أخرى</numerusform>
            <numerusform>«%1»: %n مرة أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>SuggestionFilterBar</name>
    <message numerus="yes">
        <source>%n weaker ones are hidden</source>
        <translation>
            <numerusform>لا أضعف مخفياً</numerusform>
            <numerusform>اقتراح أضعف مخفي</numerusform>
            <numerusform>اقتراحان أضعف مخفيان</numerusform>
            <numerusform>%n اقتراحات أضعف مخفية</numerusform>
            <numerusform>%n اقتراحاً أضعف مخفياً</numerusform>
            <numerusform>%n اقتراح أضعف مخفي</numerusform>
        </translation>
    </message>
    <message>
        <source>Search suggestions</source>
        <translation>ابحث في الاقتراحات</translation>
    </message>
    <message>
        <source>Hide suggestions that are less sure</source>
        <translation>إخفاء الاقتراحات الأقل ثقة</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>من %1 فصاعداً</translation>
    </message>
</context>
<context>
    <name>SuggestionGroupModel</name>
    <message numerus="yes">
        <source>“%1”, perhaps %2: %n mentions, the surest %3.</source>
        <translation>
            <numerusform>«%1»، ربما %2: لا ذكر، أوثقه %3.</numerusform>
            <numerusform>«%1»، ربما %2: ذكر واحد، ثقته %3.</numerusform>
            <numerusform>«%1»، ربما %2: ذكران، أوثقهما %3.</numerusform>
            <numerusform>«%1»، ربما %2: %n مرات، أوثقها %3.</numerusform>
            <numerusform>«%1»، ربما %2: %n مرة، أوثقها %3.</numerusform>
            <numerusform>«%1»، ربما %2: %n مرة، أوثقها %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionLists</name>
    <message>
        <source>Show on the page</source>
        <translation>الإظهار في الصفحة</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestions</source>
        <translation>
            <numerusform>لا اقتراحات للقبول</numerusform>
            <numerusform>قبول الاقتراح</numerusform>
            <numerusform>قبول الاقتراحين</numerusform>
            <numerusform>قبول %n اقتراحات</numerusform>
            <numerusform>قبول %n اقتراحاً</numerusform>
            <numerusform>قبول %n اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestions</source>
        <translation>
            <numerusform>لا اقتراحات للرفض</numerusform>
            <numerusform>رفض الاقتراح</numerusform>
            <numerusform>رفض الاقتراحين</numerusform>
            <numerusform>رفض %n اقتراحات</numerusform>
            <numerusform>رفض %n اقتراحاً</numerusform>
            <numerusform>رفض %n اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Return or A accepts the suggestion, Delete or R rejects it.</source>
        <translation>يقبل مفتاح الإدخال أو A الاقتراح، ويرفضه Delete أو R.</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>Looking for names, dates and numbers</source>
        <translation>يُبحث عن الأسماء والتواريخ والأعداد</translation>
    </message>
    <message>
        <source>Open a text, and what is recognised in it is listed here.</source>
        <translation>افتح نصاً يظهر هنا ما يُتعرَّف فيه.</translation>
    </message>
    <message>
        <source>Looking for names, dates and numbers…</source>
        <translation>يُبحث عن الأسماء والتواريخ والأعداد…</translation>
    </message>
    <message>
        <source>No open suggestion has these words and tags.</source>
        <translation>لا اقتراح معلقاً بهذه الكلمات والوسوم.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message numerus="yes">
        <source>No suggestion is at least %1 sure: %n weaker ones are hidden.</source>
        <translation>
            <numerusform>لا اقتراح تبلغ الثقة به %1.</numerusform>
            <numerusform>لا اقتراح تبلغ الثقة به %1: اقتراح أضعف مخفي.</numerusform>
            <numerusform>لا اقتراح تبلغ الثقة به %1: اقتراحان أضعف مخفيان.</numerusform>
            <numerusform>لا اقتراح تبلغ الثقة به %1: %n اقتراحات أضعف مخفية.</numerusform>
            <numerusform>لا اقتراح تبلغ الثقة به %1: %n اقتراحاً أضعف مخفياً.</numerusform>
            <numerusform>لا اقتراح تبلغ الثقة به %1: %n اقتراح أضعف مخفي.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>إظهارها</translation>
    </message>
    <message>
        <source>No suggestion is open: all are decided, or none was found.</source>
        <translation>لا اقتراح معلقاً: بُتّ فيها جميعاً أو لم يوجد شيء.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>ابحث من جديد</translation>
    </message>
    <message>
        <source>Accept all found…</source>
        <translation>قبول كل ما وُجد…</translation>
    </message>
    <message>
        <source>Reject all found…</source>
        <translation>رفض كل ما وُجد…</translation>
    </message>
    <message numerus="yes">
        <source>Accept all: %n %1</source>
        <translation>
            <numerusform>قبول الكل: %n %1</numerusform>
            <numerusform>قبول الكل: %n %1</numerusform>
            <numerusform>قبول الكل: %n %1</numerusform>
            <numerusform>قبول الكل: %n %1</numerusform>
            <numerusform>قبول الكل: %n %1</numerusform>
            <numerusform>قبول الكل: %n %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n</source>
        <translation>
            <numerusform>قبول الكل (%n)</numerusform>
            <numerusform>قبول الكل (%n)</numerusform>
            <numerusform>قبول الكل (%n)</numerusform>
            <numerusform>قبول الكل (%n)</numerusform>
            <numerusform>قبول الكل (%n)</numerusform>
            <numerusform>قبول الكل (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject all %n</source>
        <translation>
            <numerusform>رفض الكل (%n)</numerusform>
            <numerusform>رفض الكل (%n)</numerusform>
            <numerusform>رفض الكل (%n)</numerusform>
            <numerusform>رفض الكل (%n)</numerusform>
            <numerusform>رفض الكل (%n)</numerusform>
            <numerusform>رفض الكل (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Perhaps %1: “%2”. Reason: %3. Confidence: %4.</source>
        <translation>ربما %1: «%2». السبب: %3. الثقة: %4.</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2، %3)</translation>
    </message>
    <message>
        <source>Read as: %1.</source>
        <translation>القراءة: %1.</translation>
    </message>
    <message>
        <source>A mention of “%1”.</source>
        <translation>ذكرٌ لـ«%1».</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Colour %1</source>
        <translation>اللون %1</translation>
    </message>
</context>
<context>
    <name>TagDeletionDialog</name>
    <message>
        <source>Delete the tag %1</source>
        <translation>حذف الوسم %1</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations have the tag %1. What is to become of them?</source>
        <translation>
            <numerusform>لا موضع موسوماً بالوسم %1.</numerusform>
            <numerusform>موضع واحد موسوم بالوسم %1. ما يكون من أمره؟</numerusform>
            <numerusform>موضعان موسومان بالوسم %1. ما يكون من أمرهما؟</numerusform>
            <numerusform>%n مواضع موسومة بالوسم %1. ما يكون من أمرها؟</numerusform>
            <numerusform>%n موضعاً موسوماً بالوسم %1. ما يكون من أمرها؟</numerusform>
            <numerusform>%n موضع موسوم بالوسم %1. ما يكون من أمرها؟</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Give them the tag</source>
        <translation>إعطاؤها الوسم</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete all %n with the tag</source>
        <translation>
            <numerusform>حذفها مع الوسم</numerusform>
            <numerusform>حذفه مع الوسم</numerusform>
            <numerusform>حذفهما مع الوسم</numerusform>
            <numerusform>حذف المواضع الـ%n مع الوسم</numerusform>
            <numerusform>حذف المواضع الـ%n مع الوسم</numerusform>
            <numerusform>حذف المواضع الـ%n مع الوسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation>حذف الوسم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Tag the annotations get</source>
        <translation>الوسم الذي تأخذه المواضع</translation>
    </message>
    <message>
        <source>Nested tags move up to its place. The deletion can be undone.</source>
        <translation>ترتفع الوسوم المندرجة تحته إلى مكانه. ويمكن التراجع عن الحذف.</translation>
    </message>
</context>
<context>
    <name>TagFilterButton</name>
    <message>
        <source>All tags</source>
        <translation>جميع الوسوم</translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسماً</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>فرز بحسب الوسم</translation>
    </message>
</context>
<context>
    <name>TagFilterMenu</name>
    <message>
        <source>Show all tags</source>
        <translation>إظهار جميع الوسوم</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>Name in &amp;Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>One digit or letter that gives this tag to the selection.</source>
        <translation>رقم أو حرف واحد يعطي التحديد هذا الوسم.</translation>
    </message>
    <message>
        <source>What belongs under this tag, and what does not</source>
        <translation>ما يدخل تحت هذا الوسم وما لا يدخل</translation>
    </message>
    <message>
        <source>A tag needs a name in at least one language.</source>
        <translation>لا بد للوسم من اسم بلغة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>%1 is the key of the tag %2 already. Choose another, or take it from that tag first.</source>
        <translation>%1 مفتاح الوسم %2. اختر غيره أو انزعه من ذلك الوسم أولاً.</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Tags for the selection</source>
        <translation>وسوم للتحديد</translation>
    </message>
    <message>
        <source>Find or make a tag</source>
        <translation>ابحث عن وسم أو أنشئه</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>All occurrences…</source>
        <translation>جميع المواضع…</translation>
    </message>
</context>
<context>
    <name>TagRows</name>
    <message>
        <source>New tag “%1”</source>
        <translation>وسم جديد «%1»</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>The text is still being taken into the library; tags can be set after that.</source>
        <translation>النص لا يزال يدخل المكتبة، ويمكن الوسم بعد ذلك.</translation>
    </message>
    <message>
        <source>Select words first, then give them a tag.</source>
        <translation>حدّد كلمات أولاً ثم أعطها وسماً.</translation>
    </message>
    <message>
        <source>Click the tag that this one is to be related to.</source>
        <translation>انقر الوسم الذي تريد ربط هذا به.</translation>
    </message>
</context>
<context>
    <name>TagsetEditor</name>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>New below</source>
        <translation>جديد تحته</translation>
    </message>
    <message>
        <source>A new tag nested under the chosen one</source>
        <translation>وسم جديد يندرج تحت المختار</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>دمج في…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>إلى أعلى (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>إلى أسفل (Alt+Down)</translation>
    </message>
    <message>
        <source>Nest under the tag above (Alt+PageDown)</source>
        <translation>إدراج تحت الوسم الذي فوقه (Alt+PageDown)</translation>
    </message>
    <message>
        <source>Take out of the nest (Alt+PageUp)</source>
        <translation>إخراج من تحته (Alt+PageUp)</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations in the library have this tag.</source>
        <translation>
            <numerusform>لا موضع في المكتبة بهذا الوسم.</numerusform>
            <numerusform>موضع واحد في المكتبة بهذا الوسم.</numerusform>
            <numerusform>موضعان في المكتبة بهذا الوسم.</numerusform>
            <numerusform>%n مواضع في المكتبة بهذا الوسم.</numerusform>
            <numerusform>%n موضعاً في المكتبة بهذا الوسم.</numerusform>
            <numerusform>%n موضع في المكتبة بهذا الوسم.</numerusform>
        </translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>وسم جديد</translation>
    </message>
</context>
<context>
    <name>TermBaseList</name>
    <message>
        <source>Term bases; one that is not ticked is not used</source>
        <translation>قواعد المصطلحات؛ ما لا علامة أمامه لا يُستعمل</translation>
    </message>
    <message>
        <source>Those that are ticked are used; the upper ones come first.</source>
        <translation>تُستعمل القواعد المعلَّمة، والعليا منها مقدَّمة.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;From the language</source>
        <translation>&amp;من اللغة</translation>
    </message>
    <message>
        <source>In&amp;to the language</source>
        <translation>إ&amp;لى اللغة</translation>
    </message>
    <message>
        <source>A code such as ar, en, fr or pt-BR</source>
        <translation>رمز مثل ar أو en أو fr أو pt-BR</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>إلى أ&amp;على</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>إلى أس&amp;فل</translation>
    </message>
    <message>
        <source>New &amp;base…</source>
        <translation>&amp;قاعدة جديدة…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Remove the term base</source>
        <translation>حذف قاعدة المصطلحات</translation>
    </message>
</context>
<context>
    <name>TermBasesDesk</name>
    <message>
        <source>New term base</source>
        <translation>قاعدة مصطلحات جديدة</translation>
    </message>
    <message>
        <source>Name, such as that of a client or a field of knowledge</source>
        <translation>الاسم، كاسم عميل أو مجال</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Remove the term base %1?</source>
        <translation>هل تُحذف قاعدة المصطلحات %1؟</translation>
    </message>
    <message numerus="yes">
        <source>Its %n terms go with it.</source>
        <translation>
            <numerusform>لا مصطلحات فيها.</numerusform>
            <numerusform>يُحذف معها مصطلح واحد.</numerusform>
            <numerusform>يُحذف معها مصطلحان.</numerusform>
            <numerusform>تُحذف معها %n مصطلحات.</numerusform>
            <numerusform>يُحذف معها %n مصطلحًا.</numerusform>
            <numerusform>يُحذف معها %n مصطلح.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no terms in it.</source>
        <translation>ليس فيها مصطلحات.</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>يمكن التراجع عن ذلك كله دفعة واحدة.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message numerus="yes">
        <source>%n terms were removed; undo takes that back.</source>
        <translation>
            <numerusform>لم يُحذف أي مصطلح.</numerusform>
            <numerusform>حُذف مصطلح واحد، ويمكن التراجع عن ذلك.</numerusform>
            <numerusform>حُذف مصطلحان، ويمكن التراجع عن ذلك.</numerusform>
            <numerusform>حُذفت %n مصطلحات، ويمكن التراجع عن ذلك.</numerusform>
            <numerusform>حُذف %n مصطلحًا، ويمكن التراجع عن ذلك.</numerusform>
            <numerusform>حُذف %n مصطلح، ويمكن التراجع عن ذلك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermBasesDialog</name>
    <message>
        <source>Term bases</source>
        <translation>قواعد المصطلحات</translation>
    </message>
    <message>
        <source>Terms of the base</source>
        <translation>مصطلحات القاعدة</translation>
    </message>
    <message>
        <source>F2 changes a field in place, Return opens all, Delete removes.</source>
        <translation>يغيّر F2 الخانة في مكانها، ويفتح Return المصطلح كله، ويحذفه Delete.</translation>
    </message>
    <message>
        <source>Search terms and translations</source>
        <translation>ابحث في المصطلحات والترجمات</translation>
    </message>
    <message>
        <source>New te&amp;rm…</source>
        <translation>مصطلح &amp;جديد…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>ت&amp;حرير…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Remove the selected terms</source>
        <translation>حذف المصطلحات المحددة</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>ا&amp;ستيراد…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>تص&amp;دير…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>لا مصطلحات</numerusform>
            <numerusform>مصطلح واحد</numerusform>
            <numerusform>مصطلحان</numerusform>
            <numerusform>%n مصطلحات</numerusform>
            <numerusform>%n مصطلحًا</numerusform>
            <numerusform>%n مصطلح</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no term base yet. Make one, or import a file.</source>
        <translation>لا قاعدة مصطلحات بعد. أنشئ واحدة أو استورد ملفًا.</translation>
    </message>
    <message>
        <source>Nothing is found for %1.</source>
        <translation>لم يوجد شيء عن %1.</translation>
    </message>
    <message>
        <source>This term base is empty.</source>
        <translation>قاعدة المصطلحات هذه فارغة.</translation>
    </message>
    <message>
        <source>New term…</source>
        <translation>مصطلح جديد…</translation>
    </message>
</context>
<context>
    <name>TermDelegate</name>
    <message>
        <source>no translation yet</source>
        <translation>لا ترجمة له بعد</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>New term</source>
        <translation>مصطلح جديد</translation>
    </message>
    <message>
        <source>Change the term</source>
        <translation>تغيير المصطلح</translation>
    </message>
    <message>
        <source>Term &amp;base</source>
        <translation>&amp;قاعدة المصطلحات</translation>
    </message>
    <message>
        <source>Name of the new term base</source>
        <translation>اسم قاعدة المصطلحات الجديدة</translation>
    </message>
    <message>
        <source>Change that one</source>
        <translation>تغيير ذلك المصطلح</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>A new term base…</source>
        <translation>قاعدة مصطلحات جديدة…</translation>
    </message>
    <message>
        <source>Give the new term base a name.</source>
        <translation>سمِّ قاعدة المصطلحات الجديدة.</translation>
    </message>
    <message>
        <source>%1 is in %2 already.</source>
        <translation>%1 موجود في %2 من قبل.</translation>
    </message>
    <message>
        <source>%1 is in %2 already, as %3.</source>
        <translation>%1 موجود في %2 من قبل، وترجمته %3.</translation>
    </message>
</context>
<context>
    <name>TermFiles</name>
    <message>
        <source>Terms (*.csv *.tsv *.txt *.tab *.utf8 *.xlsx *.tbx *.xml)</source>
        <translation>مصطلحات (*.csv *.tsv *.txt *.tab *.utf8 *.xlsx *.tbx *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>استيراد مصطلحات</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>جدول للجداول الحسابية (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>مصنف إكسل (*.xlsx)</translation>
    </message>
    <message>
        <source>OmegaT glossary (*.txt)</source>
        <translation>مسرد أوميغا تي (*.txt)</translation>
    </message>
    <message>
        <source>TermBase eXchange, version 3 (*.tbx)</source>
        <translation>تبادل قواعد المصطلحات TBX، الإصدار 3 (*.tbx)</translation>
    </message>
    <message>
        <source>TermBase eXchange, version 2 (*.tbx)</source>
        <translation>تبادل قواعد المصطلحات TBX، الإصدار 2 (*.tbx)</translation>
    </message>
    <message>
        <source>Dictionary for StarDict (*.ifo)</source>
        <translation>معجم StarDict ‏(*.ifo)</translation>
    </message>
    <message>
        <source>Dictionary for Yomitan (*.zip)</source>
        <translation>معجم Yomitan ‏(*.zip)</translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation>تصدير المصطلحات</translation>
    </message>
    <message numerus="yes">
        <source>%n terms were exported.</source>
        <translation>
            <numerusform>لم يُصدَّر أي مصطلح.</numerusform>
            <numerusform>صُدِّر مصطلح واحد.</numerusform>
            <numerusform>صُدِّر مصطلحان.</numerusform>
            <numerusform>صُدِّرت %n مصطلحات.</numerusform>
            <numerusform>صُدِّر %n مصطلحًا.</numerusform>
            <numerusform>صُدِّر %n مصطلح.</numerusform>
        </translation>
    </message>
    <message>
        <source>The terms are being exported…</source>
        <translation>يجري تصدير المصطلحات…</translation>
    </message>
    <message>
        <source>The file is being compared with the term base…</source>
        <translation>تجري مقارنة الملف بقاعدة المصطلحات…</translation>
    </message>
    <message numerus="yes">
        <source>%n terms were imported or changed.</source>
        <translation>
            <numerusform>لم يُستورد أي مصطلح ولم يتغيّر.</numerusform>
            <numerusform>استُورد مصطلح واحد أو تغيّر.</numerusform>
            <numerusform>استُورد مصطلحان أو تغيّرا.</numerusform>
            <numerusform>استُوردت %n مصطلحات أو تغيّرت.</numerusform>
            <numerusform>استُورد %n مصطلحًا أو تغيّر.</numerusform>
            <numerusform>استُورد %n مصطلح أو تغيّر.</numerusform>
        </translation>
    </message>
    <message>
        <source>The terms are being imported…</source>
        <translation>يجري استيراد المصطلحات…</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>Write the term that is to be looked for.</source>
        <translation>اكتب المصطلح الذي يُبحث عنه.</translation>
    </message>
    <message numerus="yes">
        <source>A term has letters, and %n words at most.</source>
        <translation>
            <numerusform>في المصطلح حروف، ولا كلمة فيه.</numerusform>
            <numerusform>في المصطلح حروف، وكلمة واحدة على الأكثر.</numerusform>
            <numerusform>في المصطلح حروف، وكلمتان على الأكثر.</numerusform>
            <numerusform>في المصطلح حروف، و%n كلمات على الأكثر.</numerusform>
            <numerusform>في المصطلح حروف، و%n كلمة على الأكثر.</numerusform>
            <numerusform>في المصطلح حروف، و%n كلمة على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Term in the text</source>
        <translation>الم&amp;صطلح في النص</translation>
    </message>
    <message>
        <source>T&amp;ranslations, the best first, one on each line</source>
        <translation>ال&amp;ترجمات، أفضلها أولًا، واحدة في كل سطر</translation>
    </message>
    <message>
        <source>Other s&amp;pellings, one on each line</source>
        <translation>ص&amp;يغ أخرى، واحدة في كل سطر</translation>
    </message>
    <message>
        <source>N&amp;ot to be used, one on each line</source>
        <translation>&amp;ما لا يُستعمل، واحدة في كل سطر</translation>
    </message>
    <message>
        <source>&amp;Field of knowledge</source>
        <translation>ال&amp;مجال</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>ال&amp;حالة</translation>
    </message>
    <message>
        <source>&amp;Kind of word</source>
        <translation>&amp;نوع الكلمة</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>الت&amp;عريف</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>ملا&amp;حظة</translation>
    </message>
    <message>
        <source>E&amp;xample</source>
        <translation>م&amp;ثال</translation>
    </message>
    <message>
        <source>Wh&amp;ere the example is from</source>
        <translation>م&amp;صدر المثال</translation>
    </message>
</context>
<context>
    <name>TermImportDialog</name>
    <message>
        <source>Import terms</source>
        <translation>استيراد مصطلحات</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>ما سيفعله الاستيراد</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>المصطلح</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>ما يقال عنه</translation>
    </message>
    <message>
        <source>As the file says, else UTF-8</source>
        <translation>كما يذكر الملف، وإلا UTF-8</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>جديد واحد</numerusform>
            <numerusform>جديدان</numerusform>
            <numerusform>%n جديدة</numerusform>
            <numerusform>%n جديدًا</numerusform>
            <numerusform>%n جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>لا متغيّر</numerusform>
            <numerusform>متغيّر واحد</numerusform>
            <numerusform>متغيّران</numerusform>
            <numerusform>%n متغيّرة</numerusform>
            <numerusform>%n متغيّرًا</numerusform>
            <numerusform>%n متغيّر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>لا مطابق</numerusform>
            <numerusform>مطابق واحد</numerusform>
            <numerusform>مطابقان</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقًا</numerusform>
            <numerusform>%n مطابق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice in the file, joined</source>
        <translation>
            <numerusform>لا مكرر في الملف</numerusform>
            <numerusform>مكرر واحد في الملف جُمع مع مثله</numerusform>
            <numerusform>مكرران في الملف جُمعا مع مثليهما</numerusform>
            <numerusform>%n مكررة في الملف جُمعت مع أمثالها</numerusform>
            <numerusform>%n مكررًا في الملف جُمع مع مثله</numerusform>
            <numerusform>%n مكرر في الملف جُمع مع مثله</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, into the term base %2: %3, %4, %5, %6.</source>
        <translation>%1، إلى قاعدة المصطلحات %2: %3، %4، %5، %6.</translation>
    </message>
    <message>
        <source>New (%1)</source>
        <translation>جديد (%1)</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>متغيّر (%1)</translation>
    </message>
    <message>
        <source>Not imported (%1)</source>
        <translation>لا يُستورد (%1)</translation>
    </message>
    <message>
        <source>now: %1; then: %2</source>
        <translation>الآن: %1؛ بعد الاستيراد: %2</translation>
    </message>
</context>
<context>
    <name>TermMatchModel</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1: no translation yet (%2)</source>
        <translation>%1: لا ترجمة له بعد (%2)</translation>
    </message>
</context>
<context>
    <name>TermPanel</name>
    <message>
        <source>Show on the page</source>
        <translation>إظهار في الصفحة</translation>
    </message>
    <message>
        <source>Copy translation</source>
        <translation>نسخ الترجمة</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تحرير…</translation>
    </message>
    <message>
        <source>Not this term</source>
        <translation>ليس هذا المصطلح</translation>
    </message>
    <message>
        <source>Terms in the text</source>
        <translation>المصطلحات في النص</translation>
    </message>
    <message>
        <source>Return goes to the place, F2 changes the term, Delete says that these words are not the term.</source>
        <translation>ينقل Return إلى الموضع، ويغيّر F2 المصطلح، ويقول Delete إن هذه الكلمات ليست المصطلح.</translation>
    </message>
    <message>
        <source>Open a text, and the terms in it are listed here.</source>
        <translation>افتح نصًا فتُسرد مصطلحاته هنا.</translation>
    </message>
    <message>
        <source>There are no terms yet. Select words on the page and choose “New term…”.</source>
        <translation>لا مصطلحات بعد. حدّد كلمات في الصفحة ثم اختر «مصطلح جديد…».</translation>
    </message>
    <message>
        <source>Term bases…</source>
        <translation>قواعد المصطلحات…</translation>
    </message>
    <message>
        <source>Looking for terms…</source>
        <translation>يجري البحث عن المصطلحات…</translation>
    </message>
    <message>
        <source>None of your terms stands in this text.</source>
        <translation>ليس في هذا النص شيء من مصطلحاتك.</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more; the rest of the text was not looked through.</source>
        <translation>هناك المزيد؛ لم يُبحث في بقية النص.</translation>
    </message>
    <message>
        <source>still looking…</source>
        <translation>ما زال البحث جاريًا…</translation>
    </message>
</context>
<context>
    <name>TermRow</name>
    <message>
        <source>no translation yet</source>
        <translation>لا ترجمة له بعد</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>وُجد: %1</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>لا يُستعمل: %1</translation>
    </message>
    <message>
        <source>Not to be used: %1</source>
        <translation>لا يُستعمل: %1</translation>
    </message>
    <message>
        <source>Copy translation</source>
        <translation>نسخ الترجمة</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تحرير…</translation>
    </message>
    <message>
        <source>Not this term</source>
        <translation>ليس هذا المصطلح</translation>
    </message>
    <message>
        <source>These words are never again taken for the term; undo takes that back.</source>
        <translation>لن تُعدّ هذه الكلمات من هذا المصطلح بعد الآن، ويمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Term %1 of %2: %3</source>
        <translation>المصطلح %1 من %2: %3</translation>
    </message>
</context>
<context>
    <name>TermTableModel</name>
    <message>
        <source>Term</source>
        <translation>المصطلح</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>الترجمات</translation>
    </message>
    <message>
        <source>Not to be used</source>
        <translation>لا يُستعمل</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>preferred</source>
        <translation>مفضّل</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>no longer used</source>
        <translation>مهجور</translation>
    </message>
    <message>
        <source>plural ending</source>
        <translation>علامة الجمع</translation>
    </message>
    <message>
        <source>ending of the dual</source>
        <translation>علامة المثنى</translation>
    </message>
    <message>
        <source>ending of the dual or the plural</source>
        <translation>علامة المثنى أو الجمع</translation>
    </message>
    <message>
        <source>feminine ending</source>
        <translation>علامة التأنيث</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>مع %1</translation>
    </message>
    <message>
        <source>with %1 and %2</source>
        <translation>مع %1 و%2</translation>
    </message>
    <message>
        <source>with %1, %2 and %3</source>
        <translation>مع %1 و%2 و%3</translation>
    </message>
    <message>
        <source>a form of %1</source>
        <translation>صيغة من %1</translation>
    </message>
    <message>
        <source>the other spelling %1</source>
        <translation>الصيغة الأخرى %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>TermsDesk</name>
    <message>
        <source>%1 is not taken for this term any more; undo takes that back.</source>
        <translation>لم يعد %1 يُعدّ من هذا المصطلح، ويمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>نُسخ: %1</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Imported, %1</source>
        <translation>استُورد، %1</translation>
    </message>
    <message>
        <source>File read again, %1</source>
        <translation>قُرئ الملف من جديد، %1</translation>
    </message>
    <message>
        <source>Corrected, %1</source>
        <translation>صُحّح، %1</translation>
    </message>
    <message>
        <source>Gone back to, %1</source>
        <translation>رُجع إليه، %1</translation>
    </message>
    <message>
        <source>Repaired, %1</source>
        <translation>أُصلح، %1</translation>
    </message>
    <message>
        <source>%1 — shown now</source>
        <translation>%1 — المعروض الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>لا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n أحرف</numerusform>
            <numerusform>%n حرفًا</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places changed</source>
        <translation>
            <numerusform>لم يتغيّر موضع</numerusform>
            <numerusform>تغيّر موضع واحد</numerusform>
            <numerusform>تغيّر موضعان</numerusform>
            <numerusform>تغيّرت %n مواضع</numerusform>
            <numerusform>تغيّر %n موضعًا</numerusform>
            <numerusform>تغيّر %n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters removed</source>
        <translation>
            <numerusform>لم يُحذف حرف</numerusform>
            <numerusform>حُذف حرف واحد</numerusform>
            <numerusform>حُذف حرفان</numerusform>
            <numerusform>حُذفت %n أحرف</numerusform>
            <numerusform>حُذف %n حرفًا</numerusform>
            <numerusform>حُذف %n حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters added</source>
        <translation>
            <numerusform>لم يُضف حرف</numerusform>
            <numerusform>أُضيف حرف واحد</numerusform>
            <numerusform>أُضيف حرفان</numerusform>
            <numerusform>أُضيفت %n أحرف</numerusform>
            <numerusform>أُضيف %n حرفًا</numerusform>
            <numerusform>أُضيف %n حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>This is the text on the page.</source>
        <translation>هذا هو النص الذي في الصفحة.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>تجري المقارنة…</translation>
    </message>
    <message>
        <source>It is the same as the text on the page.</source>
        <translation>هو مطابق للنص الذي في الصفحة.</translation>
    </message>
    <message numerus="yes">
        <source>It differs from the text on the page in %n places:</source>
        <translation>
            <numerusform>لا يختلف عن النص الذي في الصفحة.</numerusform>
            <numerusform>يختلف عن النص الذي في الصفحة في موضع واحد:</numerusform>
            <numerusform>يختلف عن النص الذي في الصفحة في موضعين:</numerusform>
            <numerusform>يختلف عن النص الذي في الصفحة في %n مواضع:</numerusform>
            <numerusform>يختلف عن النص الذي في الصفحة في %n موضعًا:</numerusform>
            <numerusform>يختلف عن النص الذي في الصفحة في %n موضع:</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions of the text</source>
        <translation>نسخ النص</translation>
    </message>
    <message>
        <source>Every text this document has had is kept. Going back to one can be undone.</source>
        <translation>يُحفظ كل نص كان لهذا المستند. ويمكن التراجع عن الرجوع إلى أحدها.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>ما تغيّر</translation>
    </message>
    <message>
        <source>&amp;Read it</source>
        <translation>ا&amp;قرأه</translation>
    </message>
    <message>
        <source>&amp;Go back to this version</source>
        <translation>ا&amp;رجع إلى هذه النسخة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>تراجع عن: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>new</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>learning, step 1</source>
        <translation>قيد التعلّم، الدرجة 1</translation>
    </message>
    <message>
        <source>learning, step 2</source>
        <translation>قيد التعلّم، الدرجة 2</translation>
    </message>
    <message>
        <source>learning, step 3</source>
        <translation>قيد التعلّم، الدرجة 3</translation>
    </message>
    <message>
        <source>learning, step 4</source>
        <translation>قيد التعلّم، الدرجة 4</translation>
    </message>
    <message>
        <source>known</source>
        <translation>معروفة</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>متجاهَلة</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>معروفة</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>تجاهُل</translation>
    </message>
</context>
<context>
    <name>VocabularyDesk</name>
    <message>
        <source>This is no word in a right-to-left script.</source>
        <translation>ليست هذه كلمة بكتابة من اليمين إلى اليسار.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Put the caret on a word first.</source>
        <translation>ضع المؤشر على كلمة أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n words: %1</source>
        <translation>
            <numerusform>لا كلمات: %1</numerusform>
            <numerusform>كلمة واحدة: %1</numerusform>
            <numerusform>كلمتان: %1</numerusform>
            <numerusform>%n كلمات: %1</numerusform>
            <numerusform>%n كلمة: %1</numerusform>
            <numerusform>%n كلمة: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark every word of this text that is still new as known?</source>
        <translation>هل تُعدّ كل كلمة ما زالت جديدة في هذا النص معروفة؟</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>تراجع واحد يعيد كل شيء كما كان.</translation>
    </message>
    <message numerus="yes">
        <source>It is about %n words.</source>
        <translation>
            <numerusform>لا توجد كلمات كهذه.</numerusform>
            <numerusform>الأمر يخص كلمة واحدة.</numerusform>
            <numerusform>الأمر يخص كلمتين.</numerusform>
            <numerusform>الأمر يخص %n كلمات.</numerusform>
            <numerusform>الأمر يخص %n كلمة.</numerusform>
            <numerusform>الأمر يخص %n كلمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as known</source>
        <translation>عدّها معروفة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>There is a card of it already.</source>
        <translation>توجد بطاقة لها بالفعل.</translation>
    </message>
    <message>
        <source>There is no word here.</source>
        <translation>لا توجد كلمة هنا.</translation>
    </message>
    <message>
        <source>A card was made of %1.</source>
        <translation>أُنشئت بطاقة للكلمة %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n cards were made.</source>
        <translation>
            <numerusform>لم تُنشأ أي بطاقة.</numerusform>
            <numerusform>أُنشئت بطاقة واحدة.</numerusform>
            <numerusform>أُنشئت بطاقتان.</numerusform>
            <numerusform>أُنشئت %n بطاقات.</numerusform>
            <numerusform>أُنشئت %n بطاقة.</numerusform>
            <numerusform>أُنشئت %n بطاقة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyFiles</name>
    <message>
        <source>Lists of words (*.txt *.csv *.tsv)</source>
        <translation>قوائم كلمات (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Import a list of known words</source>
        <translation>استيراد قائمة كلمات معروفة</translation>
    </message>
    <message>
        <source>Export the known words</source>
        <translation>تصدير الكلمات المعروفة</translation>
    </message>
    <message>
        <source>Lists of words (*.txt)</source>
        <translation>قوائم كلمات (*.txt)</translation>
    </message>
    <message>
        <source>The words are being looked up…</source>
        <translation>يجري البحث عن الكلمات…</translation>
    </message>
    <message numerus="yes">
        <source>%n words were exported.</source>
        <translation>
            <numerusform>لم تُصدَّر أي كلمة.</numerusform>
            <numerusform>صُدِّرت كلمة واحدة.</numerusform>
            <numerusform>صُدِّرت كلمتان.</numerusform>
            <numerusform>صُدِّرت %n كلمات.</numerusform>
            <numerusform>صُدِّرت %n كلمة.</numerusform>
            <numerusform>صُدِّرت %n كلمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The words are being exported…</source>
        <translation>يجري تصدير الكلمات…</translation>
    </message>
    <message numerus="yes">
        <source>%n words are known now that were not.</source>
        <translation>
            <numerusform>لم تصبح أي كلمة أخرى معروفة.</numerusform>
            <numerusform>أصبحت كلمة واحدة معروفة.</numerusform>
            <numerusform>أصبحت كلمتان معروفتين.</numerusform>
            <numerusform>أصبحت %n كلمات معروفة.</numerusform>
            <numerusform>أصبحت %n كلمة معروفة.</numerusform>
            <numerusform>أصبحت %n كلمة معروفة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines without one word were passed over: %1</source>
        <translation>جرى تخطي أسطر ليس فيها كلمة واحدة: %1</translation>
    </message>
</context>
<context>
    <name>VocabularyPanel</name>
    <message>
        <source>Go to the next place</source>
        <translation>انتقل إلى الموضع التالي</translation>
    </message>
    <message>
        <source>Make cards</source>
        <translation>إنشاء بطاقات</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>worth learning</source>
        <translation>الأولى بالتعلّم</translation>
    </message>
    <message>
        <source>Worth learning first</source>
        <translation>الأولى بالتعلّم</translation>
    </message>
    <message>
        <source>Being learned</source>
        <translation>قيد التعلّم</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>معروفة</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>متجاهَلة</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>أسماء</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>كل الكلمات</translation>
    </message>
    <message>
        <source>Which words are listed</source>
        <translation>أي الكلمات تُعرض</translation>
    </message>
    <message>
        <source>Words of the text</source>
        <translation>كلمات النص</translation>
    </message>
    <message>
        <source>Return goes to the next place, 1 to 4 learning, 5 known, 6 ignored, 0 new, C makes cards.</source>
        <translation>مفتاح الإدخال ينتقل إلى الموضع التالي، ومن 1 إلى 4 قيد التعلّم، و5 معروفة، و6 متجاهَلة، و0 جديدة، وC ينشئ بطاقات.</translation>
    </message>
    <message>
        <source>Rest is known…</source>
        <translation>الباقي معروف…</translation>
    </message>
    <message>
        <source>Mark all words of this text that are still new as known</source>
        <translation>عدّ كل كلمات هذا النص التي ما زالت جديدة معروفة</translation>
    </message>
    <message>
        <source>Open a text, and what you know of its words is shown here.</source>
        <translation>افتح نصًا لترى هنا ما تعرفه من كلماته.</translation>
    </message>
    <message>
        <source>The words are being counted…</source>
        <translation>يجري عدّ الكلمات…</translation>
    </message>
    <message>
        <source>This text has no words in Arabic or another right-to-left script.</source>
        <translation>ليس في هذا النص كلمات بالعربية ولا بكتابة أخرى من اليمين إلى اليسار.</translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>لا كلمات</numerusform>
            <numerusform>كلمة واحدة</numerusform>
            <numerusform>كلمتان</numerusform>
            <numerusform>%n كلمات</numerusform>
            <numerusform>%n كلمة</numerusform>
            <numerusform>%n كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n different ones</source>
        <translation>
            <numerusform>لا كلمات مختلفة</numerusform>
            <numerusform>واحدة مختلفة</numerusform>
            <numerusform>اثنتان مختلفتان</numerusform>
            <numerusform>%n مختلفة</numerusform>
            <numerusform>%n مختلفة</numerusform>
            <numerusform>%n مختلفة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 known, %2 being learned, %3 new, %4 names</source>
        <translation>معروفة %1، قيد التعلّم %2، جديدة %3، أسماء %4</translation>
    </message>
    <message>
        <source>There is no lexicon: each form counts as a word of its own.</source>
        <translation>لا يوجد معجم: كل صيغة تُعدّ كلمة مستقلة.</translation>
    </message>
    <message numerus="yes">
        <source>%n rarer words are not listed.</source>
        <translation>
            <numerusform>لا كلمات محذوفة من القائمة.</numerusform>
            <numerusform>كلمة واحدة أندر لم تُدرج.</numerusform>
            <numerusform>كلمتان أندر لم تُدرجا.</numerusform>
            <numerusform>%n كلمات أندر لم تُدرج.</numerusform>
            <numerusform>%n كلمة أندر لم تُدرج.</numerusform>
            <numerusform>%n كلمة أندر لم تُدرج.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyRow</name>
    <message>
        <source>Make card</source>
        <translation>إنشاء بطاقة</translation>
    </message>
    <message>
        <source>this form only</source>
        <translation>هذه الصيغة وحدها</translation>
    </message>
    <message>
        <source>%1, this form: %2</source>
        <translation>%1، هذه الصيغة: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>WordHead</name>
    <message>
        <source>Back to the word before</source>
        <translation>عودة إلى الكلمة السابقة</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>إلى الأمام</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>أبقِها مفتوحة</translation>
    </message>
    <message>
        <source>Stay beside the text until Escape is pressed; drag the head to move it</source>
        <translation>تبقى بجانب النص حتى يُضغط مفتاح الهروب؛ واسحب رأسها لنقلها</translation>
    </message>
</context>
<context>
    <name>WordParts</name>
    <message>
        <source>noun</source>
        <translation>اسم</translation>
    </message>
    <message>
        <source>name</source>
        <translation>اسم علم</translation>
    </message>
    <message>
        <source>adjective</source>
        <translation>صفة</translation>
    </message>
    <message>
        <source>adverb</source>
        <translation>ظرف</translation>
    </message>
    <message>
        <source>verb, past</source>
        <translation>فعل ماضٍ</translation>
    </message>
    <message>
        <source>verb, present</source>
        <translation>فعل مضارع</translation>
    </message>
    <message>
        <source>verb, command</source>
        <translation>فعل أمر</translation>
    </message>
    <message>
        <source>pronoun</source>
        <translation>ضمير</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>حرف جرّ</translation>
    </message>
    <message>
        <source>conjunction</source>
        <translation>حرف عطف</translation>
    </message>
    <message>
        <source>particle</source>
        <translation>حرف</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>اختصار</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>and, so</source>
        <translation>عطف</translation>
    </message>
    <message>
        <source>the</source>
        <translation>أل التعريف</translation>
    </message>
    <message>
        <source>will</source>
        <translation>للمستقبل</translation>
    </message>
    <message>
        <source>so that</source>
        <translation>لام التعليل</translation>
    </message>
    <message>
        <source>question</source>
        <translation>استفهام</translation>
    </message>
    <message>
        <source>indeed</source>
        <translation>توكيد</translation>
    </message>
    <message>
        <source>would</source>
        <translation>جواب الشرط</translation>
    </message>
    <message>
        <source>not</source>
        <translation>نفي</translation>
    </message>
    <message>
        <source>feminine</source>
        <translation>تاء التأنيث</translation>
    </message>
    <message>
        <source>plural</source>
        <translation>جمع</translation>
    </message>
    <message>
        <source>two</source>
        <translation>مثنى</translation>
    </message>
    <message>
        <source>accusative</source>
        <translation>تنوين النصب</translation>
    </message>
    <message>
        <source>case</source>
        <translation>علامة إعراب</translation>
    </message>
    <message>
        <source>of women</source>
        <translation>نون النسوة</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>علامة رفع</translation>
    </message>
    <message>
        <source>I</source>
        <translation>أنا</translation>
    </message>
    <message>
        <source>we</source>
        <translation>نحن</translation>
    </message>
    <message>
        <source>you (a man)</source>
        <translation>أنتَ</translation>
    </message>
    <message>
        <source>you (a woman)</source>
        <translation>أنتِ</translation>
    </message>
    <message>
        <source>you two</source>
        <translation>أنتما</translation>
    </message>
    <message>
        <source>you (several)</source>
        <translation>أنتم</translation>
    </message>
    <message>
        <source>you (women)</source>
        <translation>أنتنّ</translation>
    </message>
    <message>
        <source>he</source>
        <translation>هو</translation>
    </message>
    <message>
        <source>she</source>
        <translation>هي</translation>
    </message>
    <message>
        <source>they two</source>
        <translation>هما</translation>
    </message>
    <message>
        <source>they two (women)</source>
        <translation>هما (للمؤنث)</translation>
    </message>
    <message>
        <source>they</source>
        <translation>هم</translation>
    </message>
    <message>
        <source>they (women)</source>
        <translation>هنّ</translation>
    </message>
    <message>
        <source>me</source>
        <translation>إيّاي</translation>
    </message>
    <message>
        <source>us</source>
        <translation>إيّانا</translation>
    </message>
    <message>
        <source>him</source>
        <translation>إيّاه</translation>
    </message>
    <message>
        <source>her</source>
        <translation>إيّاها</translation>
    </message>
    <message>
        <source>them both</source>
        <translation>إيّاهما</translation>
    </message>
    <message>
        <source>them</source>
        <translation>إيّاهم</translation>
    </message>
    <message>
        <source>them (women)</source>
        <translation>إيّاهنّ</translation>
    </message>
    <message>
        <source>my</source>
        <translation>لي</translation>
    </message>
    <message>
        <source>our</source>
        <translation>لنا</translation>
    </message>
    <message>
        <source>your (a man’s)</source>
        <translation>لكَ</translation>
    </message>
    <message>
        <source>your (a woman’s)</source>
        <translation>لكِ</translation>
    </message>
    <message>
        <source>your (of two)</source>
        <translation>لكما</translation>
    </message>
    <message>
        <source>your (of several)</source>
        <translation>لكم</translation>
    </message>
    <message>
        <source>your (of women)</source>
        <translation>لكنّ</translation>
    </message>
    <message>
        <source>his</source>
        <translation>له</translation>
    </message>
    <message>
        <source>their (of two)</source>
        <translation>لهما</translation>
    </message>
    <message>
        <source>their</source>
        <translation>لهم</translation>
    </message>
    <message>
        <source>their (of women)</source>
        <translation>لهنّ</translation>
    </message>
    <message>
        <source>rare word</source>
        <translation>كلمة نادرة</translation>
    </message>
    <message>
        <source>less common word</source>
        <translation>كلمة قليلة الشيوع</translation>
    </message>
    <message>
        <source>common word</source>
        <translation>كلمة شائعة</translation>
    </message>
    <message>
        <source>very common word</source>
        <translation>كلمة شائعة جدًّا</translation>
    </message>
</context>
<context>
    <name>WordRows</name>
    <message numerus="yes">
        <source>%n more readings</source>
        <translation>
            <numerusform>لا قراءات أخرى</numerusform>
            <numerusform>قراءة أخرى</numerusform>
            <numerusform>قراءتان أخريان</numerusform>
            <numerusform>%n قراءات أخرى</numerusform>
            <numerusform>%n قراءةً أخرى</numerusform>
            <numerusform>%n قراءة أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more dictionary entries</source>
        <translation>
            <numerusform>لا مداخل أخرى في المعاجم</numerusform>
            <numerusform>مدخل آخر في المعاجم</numerusform>
            <numerusform>مدخلان آخران في المعاجم</numerusform>
            <numerusform>%n مداخل أخرى في المعاجم</numerusform>
            <numerusform>%n مدخلًا آخر في المعاجم</numerusform>
            <numerusform>%n مدخل آخر في المعاجم</numerusform>
        </translation>
    </message>
    <message>
        <source>The lexicon does not have this word.</source>
        <translation>ليست هذه الكلمة في المعجم.</translation>
    </message>
</context>
<context>
    <name>WordTableModel</name>
    <message>
        <source>Word</source>
        <translation>الكلمة</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>Zipf</source>
        <translation>Zipf</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>The word without what is joined to it</source>
        <translation>الكلمة مجردة مما اتصل بها</translation>
    </message>
    <message>
        <source>What it means most often</source>
        <translation>أغلب معانيها</translation>
    </message>
    <message>
        <source>How often it stands in this text</source>
        <translation>كم مرة وردت في هذا النص</translation>
    </message>
    <message>
        <source>How common it is everywhere: 7 is the commonest, 3 and less is rare</source>
        <translation>مدى شيوعها عمومًا: 7 للأشيع، و3 فأقل للنادر</translation>
    </message>
    <message>
        <source>How well you know it: 1 to 4 while you learn it</source>
        <translation>مدى معرفتك بها: من 1 إلى 4 وأنت تتعلّمها</translation>
    </message>
    <message numerus="yes">
        <source>%n places in this text</source>
        <translation>
            <numerusform>لا مواضع في هذا النص</numerusform>
            <numerusform>موضع واحد في هذا النص</numerusform>
            <numerusform>موضعان في هذا النص</numerusform>
            <numerusform>%n مواضع في هذا النص</numerusform>
            <numerusform>%n موضعًا في هذا النص</numerusform>
            <numerusform>%n موضع في هذا النص</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Confidence: %1</source>
        <translation>الثقة: %1</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Save the changes?</source>
        <translation>أتحفظ التغييرات؟</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>متابعة الكتابة</translation>
    </message>
</context>
</TS>
